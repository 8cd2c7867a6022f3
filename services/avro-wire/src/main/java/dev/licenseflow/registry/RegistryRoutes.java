package dev.licenseflow.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which request is answered by which method of {@link RegistryAnswers}. */
final class RegistryRoutes {

    /** Any one segment of a path. */
    private static final String ANY = "*";

    private final List<Route> routes = new ArrayList<>();

    RegistryRoutes(RegistryAnswers answers) {
        add("GET", "", answers::empty);
        add("GET", "subjects", answers::subjects);
        add("POST", "subjects/*", answers::lookUp);
        add("DELETE", "subjects/*", answers::deleteSubject);
        add("GET", "subjects/*/versions", answers::versions);
        add("POST", "subjects/*/versions", answers::register);
        add("GET", "subjects/*/versions/*", answers::version);
        add("DELETE", "subjects/*/versions/*", answers::deleteVersion);
        add("GET", "subjects/*/versions/*/schema", answers::versionSchema);
        add("GET", "schemas/types", answers::types);
        add("GET", "schemas/ids/*", answers::schemaById);
        add("GET", "schemas/ids/*/versions", answers::versionsById);
        add("GET", "schemas/guids/*", answers::schemaByGuid);
        add("POST", "compatibility/subjects/*/versions", answers::compatibility);
        add("POST", "compatibility/subjects/*/versions/*", answers::compatibility);
        add("GET", "config", answers::config);
        add("PUT", "config", answers::configure);
        add("GET", "config/*", answers::config);
        add("PUT", "config/*", answers::configure);
        add("DELETE", "config/*", answers::deleteConfig);
        add("GET", "mode", answers::mode);
        add("PUT", "mode", answers::setMode);
        add("DELETE", "mode", answers::deleteMode);
        add("GET", "mode/*", answers::mode);
        add("PUT", "mode/*", answers::setMode);
        add("DELETE", "mode/*", answers::deleteMode);
    }

    JsonNode answer(RegistryRequest request) {
        boolean pathKnown = false;
        for (Route route : routes) {
            if (!route.fits(request.path())) {
                continue;
            }
            if (route.method().equals(request.method())) {
                return route.answer().apply(request);
            }
            pathKnown = true;
        }
        throw pathKnown
                ? new RegistryException(405, "HTTP 405 Method Not Allowed")
                : new RegistryException(404, "HTTP 404 Not Found");
    }

    private void add(String method, String path, Function<RegistryRequest, JsonNode> answer) {
        List<String> segments = path.isEmpty()
                ? List.of()
                : Pattern.compile("/").splitAsStream(path).toList();
        routes.add(new Route(method, segments, answer));
    }

    private record Route(String method, List<String> path, Function<RegistryRequest, JsonNode> answer) {

        boolean fits(List<String> requested) {
            if (requested.size() != path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).equals(ANY) && !path.get(i).equals(requested.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
