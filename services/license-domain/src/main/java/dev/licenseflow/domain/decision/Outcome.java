package dev.licenseflow.domain.decision;

/** What came of it (D1). */
public enum Outcome {
    /** It was done. */
    APPLIED,
    /** It costs something that nobody has agreed to yet; nothing but the quote was made (K1). */
    QUOTED,
    /** It was refused, for the reasons given. */
    REJECTED
}
