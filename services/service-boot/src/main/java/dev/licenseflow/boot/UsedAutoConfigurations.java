package dev.licenseflow.boot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportSelector;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotationMetadata;

/** Selects what {@link ServiceAutoConfigurations} tells. */
class UsedAutoConfigurations extends AutoConfigurationImportSelector {

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
        MergedAnnotation<ServiceAutoConfigurations> service =
                metadata.getAnnotations().get(ServiceAutoConfigurations.class);
        List<String> used = Stream.concat(USED_BY_ALL.stream(), Stream.of(service.getStringArray("alsoFrom")))
                .toList();
        return super.getCandidateConfigurations(metadata, attributes).stream()
                .filter(candidate -> used.stream().anyMatch(candidate::startsWith))
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
