package dev.licenseflow.portal.spring;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The auto-configurations that the portal uses, and no other that lies on the class path: in the standalone that is the class
 * path of all services, and what one of them brings must not configure another.
 */
class PortalAutoConfigurations extends AutoConfigurationImportSelector {

    private static final List<String> USED = List.of(
            "org.springframework.boot.actuate.autoconfigure.",
            "org.springframework.boot.autoconfigure.",
            "org.springframework.boot.health.autoconfigure.",
            "org.springframework.boot.http.converter.autoconfigure.",
            "org.springframework.boot.jackson.autoconfigure.",
            "org.springframework.boot.micrometer.metrics.autoconfigure.",
            "org.springframework.boot.security.autoconfigure.",
            "org.springframework.boot.servlet.autoconfigure.",
            "org.springframework.boot.thymeleaf.autoconfigure.",
            "org.springframework.boot.tomcat.autoconfigure.",
            "org.springframework.boot.web.server.autoconfigure.",
            "org.springframework.boot.webmvc.autoconfigure.");

    @Override
    protected List<String> getCandidateConfigurations(
            AnnotationMetadata metadata, @Nullable AnnotationAttributes attributes) {
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(candidate -> USED.stream().anyMatch(candidate::startsWith))
                .toList();
    }

    /** There is no annotation with exclusions. */
    @Override
    protected AnnotationAttributes getAttributes(AnnotationMetadata metadata) {
        AnnotationAttributes attributes = new AnnotationAttributes();
        attributes.put("exclude", new String[0]);
        attributes.put("excludeName", new String[0]);
        return attributes;
    }
}
