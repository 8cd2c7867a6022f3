package dev.licenseflow.wire;

import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make instances of generated classes. Schemas come from outside, so Avro refuses every class that a schema names unless
 * it was trusted before; every serde of this package loads this class first. A generated class is a {@link SpecificRecord} or an
 * enum, which do nothing when they are made. What an application has trusted already stays trusted; one that calls
 * {@code ClassSecurityValidator.setGlobal} later must add to {@code getGlobal()} as this does.
 */
public final class TrustedClasses {

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> SpecificRecord.class.isAssignableFrom(type) || type.isEnum()));
    }

    private TrustedClasses() {}

    /** Has an effect once per class loader, by loading this class. */
    public static void trustGeneratedClasses() {}
}
