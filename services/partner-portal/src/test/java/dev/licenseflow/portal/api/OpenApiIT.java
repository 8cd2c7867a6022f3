package dev.licenseflow.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.licenseflow.portal.PortalDatabase;
import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The generated description of the API: it is complete, and it says what the API promises. */
class OpenApiIT {

    private static PortalDatabase database;
    private static PortalService service;
    private static JsonNode description;

    @BeforeAll
    static void start() {
        database = PortalDatabase.create();
        service = PortalService.start(database);
        HttpResponse<String> answer = service.get("/openapi.yaml", Optional.empty());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
        description = new YAMLMapper().readTree(answer.body());
    }

    @AfterAll
    static void stop() {
        service.close();
        database.close();
    }

    @Test
    void everyOperationIsDescribedWithItsParametersAndNothingElse() {
        Set<String> mapped = new TreeSet<>();
        service.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackage().equals(OpenApiIT.class.getPackage())) {
                        mapped.add(mapping.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " "
                                + mapping.getPatternValues().iterator().next() + " " + parameters(method));
                    }
                });
        Set<String> described = new TreeSet<>();
        operations().forEach((name, operation) -> {
            Set<String> parameters = new TreeSet<>();
            operation
                    .path("parameters")
                    .forEach(parameter -> parameters.add(parameter.get("in").asString() + " "
                            + parameter.get("name").asString()));
            described.add(name + " " + parameters);
        });

        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void everyOperationNamesItsAnswers() {
        Map<String, Set<String>> answers = new TreeMap<>();
        operations()
                .forEach((name, operation) -> answers.put(
                        name, new TreeSet<>(operation.get("responses").propertyNames())));

        assertThat(answers)
                .isEqualTo(Map.of(
                        "GET /openapi.yaml", Set.of("200"),
                        "GET /api/customers", Set.of("200", "400", "401"),
                        "GET /api/customers/{customerId}", Set.of("200", "401", "404"),
                        "PUT /api/customers/{customerId}", Set.of("200", "400", "401", "404", "409"),
                        "GET /api/customers/{customerId}/decisions", Set.of("200", "400", "401", "404"),
                        "GET /api/customers/{customerId}/requests/{requestId}",
                                Set.of("200", "202", "400", "401", "404"),
                        "POST /api/requests", Set.of("200", "202", "400", "401", "403", "404", "409")));
    }

    @Test
    void everyOperationHasASummaryAndProblemsAreProblemDetails() {
        operations().forEach((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotEmpty();
            operation
                    .get("responses")
                    .properties()
                    .forEach(answer -> assertThat(
                                    answer.getValue().get("content").propertyNames())
                            .as(name + " " + answer.getKey())
                            .containsExactly(mediaType(name, answer.getKey())));
        });
        assertThat(required("Problem")).isEmpty();
        assertThat(properties("Problem")).contains("type", "title", "status", "detail");
    }

    @Test
    void schemasNameTheirRequiredFields() {
        assertThat(required("Customer")).containsExactly("contact", "customerId", "name", "registeredAt", "status");
        assertThat(properties("Customer")).contains("licenses", "taxId");
        assertThat(required("Licenses"))
                .containsExactly(
                        "cancelled",
                        "openChargesCents",
                        "paidThrough",
                        "products",
                        "renewalMethod",
                        "renewalScheduled",
                        "revision",
                        "system");
        assertThat(properties("Licenses")).doesNotContain("status");
        assertThat(required("CustomerEntry")).containsExactly("name", "taxId");
        assertThat(required("LicenseRequest"))
                .containsExactly("channel", "command", "customerId", "partnerId", "requestId");
        assertThat(properties("LicenseRequest")).contains("requestedBy", "expectedRevision", "acceptUpTo");
        assertThat(description
                        .at("/components/schemas/LicenseRequest/properties/channel/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("CUSTOMERS", "MANUAL_RENEWAL", "MANAGED_BILLING", "API", "BACK_OFFICE");
        assertThat(required("RegisterCustomer")).contains("type");
        assertThat(properties("LicenseDecision")).contains("outcome", "reasons", "effects", "decidedAt");
        for (String list : List.of("PageCustomer", "PageLicenseDecision")) {
            assertThat(required(list)).containsExactly("items", "page", "size", "total");
        }
    }

    @Test
    void parametersHaveTheirBoundsAndDefaults() {
        JsonNode customers = operations().get("GET /api/customers");
        assertThat(parameter(customers, "size").at("/schema/maximum").asInt()).isEqualTo(100);
        assertThat(parameter(customers, "size").at("/schema/minimum").asInt()).isEqualTo(1);
        assertThat(parameter(customers, "size").at("/schema/default").asInt()).isEqualTo(20);
        assertThat(parameter(customers, "page").at("/schema/minimum").isMissingNode())
                .isFalse();
        assertThat(parameter(customers, "status")
                        .at("/schema/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactly("PENDING", "ACTIVE", "EXPIRED", "SUSPENDED", "INACTIVE");
        assertThat(parameter(operations().get("POST /api/requests"), "wait")
                        .at("/schema/default")
                        .asString())
                .isEqualTo("0s");
    }

    @Test
    void allButTheDescriptionNeedsAKeyAndEveryReferenceIsThere() {
        assertThat(description.at("/security/0").propertyNames()).containsExactly("key");
        assertThat(description.at("/components/securitySchemes/key/scheme").asString())
                .isEqualTo("bearer");
        operations()
                .forEach((name, operation) ->
                        assertThat(operation.has("security")).as(name).isEqualTo(name.equals("GET /openapi.yaml")));
        for (String reference : description.findValuesAsString("$ref")) {
            assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    private static String mediaType(String operation, String status) {
        String described = operation.equals("GET /openapi.yaml") ? "application/yaml" : "application/json";
        return status.startsWith("4") ? "application/problem+json" : described;
    }

    private static JsonNode parameter(JsonNode operation, String name) {
        return operation
                .get("parameters")
                .valueStream()
                .filter(parameter -> parameter.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> required(String schema) {
        Set<String> required = new TreeSet<>();
        description.at("/components/schemas/" + schema + "/required").forEach(name -> required.add(name.asString()));
        return required;
    }

    private static Set<String> properties(String schema) {
        return new TreeSet<>(
                description.at("/components/schemas/" + schema + "/properties").propertyNames());
    }

    private static Set<String> parameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                names.add("query " + parameter.getName());
            }
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                names.add("path " + parameter.getName());
            }
        }
        return names;
    }
}
