package dev.licenseflow.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a registry over HTTP keeps for a subject beside its schemas. Every method throws {@link RegistryRefusalException}
 * when the registry says no, and {@link RegistryUnavailableException} when it could not be asked.
 */
public final class RegistrySettings {

    private static final String URL = "schema.registry.url";

    /** Where Apicurio has the API that Confluent's clients speak; its own is beside it. */
    private static final String APICURIO_PATH = "/apis/ccompat/v[0-9]+/*$";

    private static final String APICURIO_READ_ONLY =
            "/apis/registry/v3/admin/config/properties/apicurio.storage.read-only.enabled";

    private final RegistryHttp http;
    private final RegistryHttp apicurio;

    private RegistrySettings(RegistryHttp http, RegistryHttp apicurio) {
        this.http = http;
        this.apicurio = apicurio;
    }

    /**
     * Of the registry that {@link SchemaRegistry#of(Map)} speaks to with the same properties.
     *
     * @throws ConfigException when these make no sense, or name a registry within this process
     */
    public static RegistrySettings of(Map<String, ?> config) {
        SerdeProperties properties = new SerdeProperties(config);
        List<String> roots = properties.texts(URL).stream()
                .map(url -> url.replaceFirst(APICURIO_PATH, ""))
                .toList();
        Map<String, Object> ofRoots = new HashMap<>(config);
        ofRoots.put(URL, roots);
        return new RegistrySettings(new RegistryHttp(properties), new RegistryHttp(new SerdeProperties(ofRoots)));
    }

    /** The compatibility level that the registry asks of the subject's next version, by Confluent's name for it. */
    public String compatibility(String subject) {
        return http.getIfOffered("/config/" + RegistryHttp.encoded(subject) + "?defaultToGlobal=true")
                .path("compatibilityLevel")
                .asString("");
    }

    /** Asks a compatibility level, by Confluent's name for it, of the subject's next version. */
    public void setCompatibility(String subject, String level) {
        http.putIfOffered("/config/" + RegistryHttp.encoded(subject), object("compatibility", level));
    }

    /** Whether the registry may take new versions and settings of the subject from anybody, by Confluent's mode. */
    public void setReadOnly(String subject, boolean readOnly) {
        http.putIfOffered(
                "/mode/" + RegistryHttp.encoded(subject), object("mode", readOnly ? "READONLY" : "READWRITE"));
    }

    /** Whether Apicurio Registry may take any change at all; other registries refuse to be asked. */
    public void setAllReadOnly(boolean readOnly) {
        apicurio.putIfOffered(APICURIO_READ_ONLY, object("value", Boolean.toString(readOnly)));
    }

    private static JsonNode object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }
}
