package dev.licenseflow.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A setting of subjects. One without a value of its own has that of the empty subject, or else the default. */
final class SubjectSettings<E> {

    private final Map<String, E> values = new HashMap<>();
    private final E byDefault;

    SubjectSettings(E byDefault) {
        this.byDefault = byDefault;
    }

    E of(String subject) {
        return own(subject).or(() -> own(SchemaCatalog.ALL_SUBJECTS)).orElse(byDefault);
    }

    /** The value that was set for this subject itself. */
    Optional<E> own(String subject) {
        return Optional.ofNullable(values.get(subject));
    }

    /** As a client asks: for all subjects there is always a value, for one only its own unless it says otherwise. */
    Optional<E> asked(String subject, boolean defaultToGlobal) {
        return defaultToGlobal || subject.equals(SchemaCatalog.ALL_SUBJECTS) ? Optional.of(of(subject)) : own(subject);
    }

    void set(String subject, Optional<E> value) {
        value.ifPresentOrElse(given -> values.put(subject, given), () -> values.remove(subject));
    }
}
