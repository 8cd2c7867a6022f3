package dev.licenseflow.billing.spring;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
record HttpAnswer(int status, String contentType, String body) {

    JsonNode json() {
        return new JsonMapper().readTree(body);
    }

    /** The field of the answer by its JSON pointer, as text. */
    String text(String pointer) {
        return json().at(pointer).asString();
    }
}
