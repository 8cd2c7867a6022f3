package dev.licenseflow.billing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.TestDatabase;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description by hand against what is really mapped: every operation with every parameter, and nothing else. */
class OpenApiIT {

    private static TestDatabase database;
    private static LedgerService service;
    private static JsonNode description;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        service = LedgerService.onlyAnswering(database);
        HttpAnswer answer = service.get("/openapi.yaml");
        assertThat(answer.contentType()).startsWith("application/yaml");
        description = new YAMLMapper().readTree(answer.body());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void everyMappingIsDescribedAndEveryDescriptionIsMapped() {
        Set<String> mapped = new TreeSet<>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("dev.licenseflow")) {
                        mapped.add(operation(mapping) + " " + parameters(method));
                    }
                });
        Set<String> described = new TreeSet<>();
        description
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                                + path.getKey() + " " + described(operation.getValue()))));

        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (String reference : description.findValuesAsString("$ref")) {
            assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static String operation(RequestMappingInfo mapping) {
        return mapping.getMethodsCondition().getMethods().iterator().next() + " "
                + mapping.getPatternValues().iterator().next();
    }

    private static Set<String> parameters(HandlerMethod method) {
        return List.of(method.getMethod().getParameters()).stream()
                .flatMap(parameter -> names(parameter).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> names(Parameter parameter) {
        List<String> names = new ArrayList<>();
        RequestHeader header = parameter.getAnnotation(RequestHeader.class);
        if (header != null) {
            names.add("header " + header.value());
        }
        if (parameter.isAnnotationPresent(RequestParam.class)) {
            names.add("query " + parameter.getName());
        }
        if (parameter.isAnnotationPresent(PathVariable.class)) {
            names.add("path " + parameter.getName());
        }
        return names;
    }

    private static Set<String> described(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? description.at(parameter.get("$ref").asString().substring(1))
                    : parameter;
            names.add(resolved.get("in").asString() + " " + resolved.get("name").asString());
        }
        return names;
    }
}
