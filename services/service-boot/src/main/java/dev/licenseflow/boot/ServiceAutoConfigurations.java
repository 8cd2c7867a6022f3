package dev.licenseflow.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/**
 * Gives a service the auto-configurations of a web service with health and metrics, and no other that lies on the class path: in
 * the standalone that is the class path of all services, and what one of them brings must not configure another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(UsedAutoConfigurations.class)
public @interface ServiceAutoConfigurations {

    /** The packages, each with its last dot, of what this service uses beyond that. */
    String[] alsoFrom() default {};
}
