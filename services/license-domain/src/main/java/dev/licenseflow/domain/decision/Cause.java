package dev.licenseflow.domain.decision;

/** What a decision answers (D9). */
public enum Cause {
    REQUEST,
    SETTLEMENT,
    MONTH_CLOSE
}
