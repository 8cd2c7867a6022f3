package dev.licenseflow.billing.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.billing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

/**
 * The description that is generated from the controllers: it has every mapped operation with every parameter, and nothing else; and
 * it states all facts of version 1 of the API, on which clients rely.
 */
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

    /** A fact that is missing breaks clients; what is new in the description may be added to the file. */
    @Test
    void theFactsOfVersionOneAreDescribed() throws IOException {
        Map<String, Set<String>> described = ApiFacts.of(description);
        try (InputStream file = OpenApiIT.class.getResourceAsStream("/api-facts.txt")) {
            assertThat(file).isNotNull();
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .isNotEmpty()
                    .allSatisfy(line -> {
                        String[] fact = line.split(": ", 2);
                        assertThat(described).as(line).containsKey(fact[0]);
                        assertThat(described.get(fact[0])).as(line).contains(fact[1].split(" "));
                    });
        }
    }

    @Test
    void everyOperationSaysWhatItDoesAndHowItsErrorsAreAnswered() {
        assertThat(description.at("/openapi").asString()).startsWith("3.1");
        assertThat(description.at("/info/description").asString()).contains("whole cents");
        assertThat(description.at("/servers").findValuesAsString("url")).containsExactly("/");
        description
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    assertThat(operation.getValue().path("summary").asString())
                            .as(path.getKey())
                            .isNotBlank();
                    if (path.getKey().startsWith("/api")) {
                        assertThat(operation
                                        .getValue()
                                        .at("/responses/default/content")
                                        .propertyNames())
                                .as(path.getKey())
                                .containsExactly("application/problem+json");
                    }
                }));
    }

    @Test
    void theDescriptionIsThereAsJsonToo() {
        assertThat(service.get("/openapi.json").json().at("/paths")).isEqualTo(description.at("/paths"));
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
