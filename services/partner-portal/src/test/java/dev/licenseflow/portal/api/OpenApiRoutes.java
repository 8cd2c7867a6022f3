package dev.licenseflow.portal.api;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The operations of the API with their parameters, once as described and once as mapped. */
final class OpenApiRoutes {

    private OpenApiRoutes() {}

    static Set<String> mapped(ApplicationContext context) {
        Set<String> mapped = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (method.getBeanType().getPackage().equals(OpenApiRoutes.class.getPackage())) {
                        mapped.add(mapping.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next()
                                + " " + mapping.getPatternValues().iterator().next() + " " + parameters(method));
                    }
                });
        return mapped;
    }

    static String described(JsonNode description, String path, Map.Entry<String, JsonNode> operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.getValue().path("parameters")) {
            JsonNode resolved = parameter.has("$ref")
                    ? description.at(parameter.get("$ref").asString().substring(1))
                    : parameter;
            names.add(resolved.get("in").asString() + " " + resolved.get("name").asString());
        }
        return operation.getKey().toUpperCase(Locale.ROOT) + " " + path + " " + names;
    }

    private static Set<String> parameters(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : List.of(method.getMethod().getParameters())) {
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
