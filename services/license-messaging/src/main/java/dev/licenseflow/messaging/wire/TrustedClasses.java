package dev.licenseflow.messaging.wire;

import java.util.List;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make instances of the generated classes. Avro refuses every class that a schema names unless it was trusted
 * before, since schemas come from outside; so every serde of this package loads this class first. What an application has
 * trusted already stays trusted; one that calls {@code ClassSecurityValidator.setGlobal} later must add to
 * {@code getGlobal()} as this does. Only who uses the generated classes without these serdes need call it.
 */
public final class TrustedClasses {

    private static final List<String> GENERATED_CLASSES =
            List.of("dev.licenseflow.schema.", "dev.licenseflow.messaging.state.");

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> GENERATED_CLASSES.stream().anyMatch(type.getName()::startsWith)));
    }

    private TrustedClasses() {}

    /** Has an effect once per class loader, by loading this class. */
    public static void trustGeneratedClasses() {}
}
