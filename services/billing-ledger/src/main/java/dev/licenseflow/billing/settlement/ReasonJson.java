package dev.licenseflow.billing.settlement;

import dev.licenseflow.domain.decision.Reason;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The processor's reasons as they are kept with a settlement. */
final class ReasonJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ReasonJson() {}

    static String write(List<Reason> reasons) {
        return JSON.writeValueAsString(reasons);
    }

    static List<Reason> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
