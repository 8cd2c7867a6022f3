package dev.licenseflow.messaging.mapping;

import dev.licenseflow.domain.catalog.ProductStatus;
import dev.licenseflow.schema.catalog.ProductKind;
import dev.licenseflow.schema.catalog.Proration;
import dev.licenseflow.schema.catalog.SalesStatus;

/** The enums of a catalog version. */
final class CatalogSymbols {

    private CatalogSymbols() {}

    static ProductKind toAvro(dev.licenseflow.domain.catalog.ProductKind kind) {
        return switch (kind) {
            case SYSTEM -> ProductKind.SYSTEM;
            case ADD_ON -> ProductKind.ADD_ON;
        };
    }

    static dev.licenseflow.domain.catalog.ProductKind toDomain(ProductKind kind) {
        return switch (kind) {
            case SYSTEM -> dev.licenseflow.domain.catalog.ProductKind.SYSTEM;
            case ADD_ON -> dev.licenseflow.domain.catalog.ProductKind.ADD_ON;
            case UNKNOWN -> throw Symbols.unknown("kind");
        };
    }

    static Proration toAvro(dev.licenseflow.domain.catalog.Proration proration) {
        return switch (proration) {
            case DAILY -> Proration.DAILY;
            case NONE -> Proration.NONE;
        };
    }

    static dev.licenseflow.domain.catalog.Proration toDomain(Proration proration) {
        return switch (proration) {
            case DAILY -> dev.licenseflow.domain.catalog.Proration.DAILY;
            case NONE -> dev.licenseflow.domain.catalog.Proration.NONE;
            case UNKNOWN -> throw Symbols.unknown("proration");
        };
    }

    static SalesStatus toAvro(ProductStatus status) {
        return switch (status) {
            case SELLABLE -> SalesStatus.SELLABLE;
            case RETIRED -> SalesStatus.RETIRED;
            case DEDICATED_FLOW -> SalesStatus.DEDICATED_FLOW;
        };
    }

    static ProductStatus toDomain(SalesStatus status) {
        return switch (status) {
            case SELLABLE -> ProductStatus.SELLABLE;
            case RETIRED -> ProductStatus.RETIRED;
            case DEDICATED_FLOW -> ProductStatus.DEDICATED_FLOW;
            case UNKNOWN -> throw Symbols.unknown("status");
        };
    }
}
