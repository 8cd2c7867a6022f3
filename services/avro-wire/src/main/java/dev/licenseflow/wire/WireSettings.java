package dev.licenseflow.wire;

import java.util.Map;

/**
 * What the properties say about schemas, by Confluent's names and with Confluent's defaults, but for one:
 * {@code avro.remove.java.properties} is true unless said otherwise, because the generated classes carry
 * {@code avro.java.string} for Java's sake alone, and a schema with it is another schema to the registry.
 *
 * @param isKey whether keys are (de)serialized, not values
 * @param autoRegister register a schema that the registry does not know
 * @param useLatest without registering: write with the id of the subject's latest version
 * @param strategy how subjects are named
 * @param specificReader read into generated classes when no class was named, instead of generic records
 * @param removeJavaProperties strip what only concerns Java from what is registered
 */
record WireSettings(
        boolean isKey,
        boolean autoRegister,
        boolean useLatest,
        SubjectNameStrategy strategy,
        boolean specificReader,
        boolean removeJavaProperties) {

    static WireSettings of(Map<String, ?> config, boolean isKey) {
        SerdeProperties properties = new SerdeProperties(config);
        String strategy = isKey ? "key.subject.name.strategy" : "value.subject.name.strategy";
        return new WireSettings(
                isKey,
                properties.flag("auto.register.schemas", true),
                properties.flag("use.latest.version", false),
                properties
                        .text(strategy)
                        .map(value -> SubjectNameStrategy.named(strategy, value))
                        .orElse(SubjectNameStrategy.TOPIC_NAME),
                properties.flag("specific.avro.reader", false),
                properties.flag("avro.remove.java.properties", true));
    }
}
