package dev.licenseflow.boot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Gives a service the auto-configurations of a web service with health and metrics, and no others from the class path. In the
 * standalone, the class path holds the libraries of all services, and a library of one service must not configure another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Import(ServiceAutoConfigurations.Selector.class)
public @interface ServiceAutoConfigurations {

    /** The packages, each with its last dot, of the auto-configurations that only this service uses. */
    String[] alsoFrom() default {};

    /** Selects the auto-configurations by their packages. */
    class Selector extends AutoConfigurationImportSelector {

        private static final List<String> USED_BY_ALL = List.of(
                "org.springframework.boot.actuate.autoconfigure.",
                "org.springframework.boot.autoconfigure.",
                "org.springframework.boot.health.autoconfigure.",
                "org.springframework.boot.http.converter.autoconfigure.",
                "org.springframework.boot.jackson.autoconfigure.",
                "org.springframework.boot.micrometer.metrics.autoconfigure.",
                "org.springframework.boot.servlet.autoconfigure.",
                "org.springframework.boot.tomcat.autoconfigure.",
                "org.springframework.boot.web.server.autoconfigure.",
                "org.springframework.boot.webmvc.autoconfigure.");

        @Override
        protected List<String> getCandidateConfigurations(
                AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
            String[] alsoFrom = metadata.getAnnotations()
                    .get(ServiceAutoConfigurations.class)
                    .getStringArray("alsoFrom");
            List<String> used =
                    Stream.concat(USED_BY_ALL.stream(), Stream.of(alsoFrom)).toList();
            return super.getCandidateConfigurations(metadata, attributes).stream()
                    .filter(candidate -> used.stream().anyMatch(candidate::startsWith))
                    .toList();
        }

        /** The annotation has no exclusions. */
        @Override
        protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
            AnnotationAttributes attributes = new AnnotationAttributes();
            attributes.put("exclude", new String[0]);
            attributes.put("excludeName", new String[0]);
            return attributes;
        }
    }
}
