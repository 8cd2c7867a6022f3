package dev.licenseflow.messaging.json;

import dev.licenseflow.domain.catalog.CatalogVersion;
import dev.licenseflow.messaging.mapping.CatalogMapper;
import java.time.ZoneId;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Catalog documents as people write them (C1). Reading tells every fault of the text at once; whether the catalog is a
 * valid one is for {@link dev.licenseflow.domain.catalog.CatalogRules} to say (C3).
 */
public final class CatalogYaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .build();

    private CatalogYaml() {}

    /**
     * Reads a document, whose fields are those of the record on the catalog topic. What has a default there may be left out.
     *
     * @throws CatalogFormatException if the text is no catalog document, with all of its faults
     */
    public static CatalogVersion parse(String text) {
        YamlTree tree = YamlTree.parse(text);
        dev.licenseflow.schema.CatalogVersion record =
                RecordJsonReader.readStrictly(tree.root(), new dev.licenseflow.schema.CatalogVersion());
        tree.throwFaults();
        return CatalogMapper.toDomain(record);
    }

    /** Writes a document that reads as the same catalog, with {@code effectiveFrom} in a zone. */
    public static String write(CatalogVersion catalog, ZoneId zone) {
        String json = RecordJson.withoutAbsentFields(zone).write(CatalogMapper.toAvro(catalog));
        return MAPPER.writeValueAsString(MAPPER.readTree(json));
    }
}
