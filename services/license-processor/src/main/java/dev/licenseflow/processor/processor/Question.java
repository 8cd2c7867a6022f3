package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.LogPlace;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.request.ContentDigest;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.processor.store.FirstDecisionStore;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Something that gets exactly one decision: a request or a settlement (D1, G4).
 *
 * @param key under what its first decision is remembered (D3)
 * @param digest the same for the same content (D3)
 * @param decide answers it when it comes for the first time
 * @param decideAgain answers it while its first decision is remembered
 */
record Question(
        String customerId,
        String key,
        Supplier<String> digest,
        BiFunction<CustomerLicenses, CatalogHistory, Decided> decide,
        Repetition decideAgain) {

    /** A request of a partner or of the back office. */
    static Question of(LicenseEngine engine, Request request, LogPlace place) {
        return new Question(
                request.customerId(),
                place.isFromBackOffice()
                        ? FirstDecisionStore.keyOfBackOffice(request)
                        : FirstDecisionStore.keyOf(request),
                () -> ContentDigest.of(request),
                (licenses, catalogs) -> engine.decide(licenses, catalogs, request, place),
                (licenses, catalogs, first) -> engine.decideAgain(licenses, catalogs, request, place, first));
    }

    /** Billing's settlement. */
    static Question of(LicenseEngine engine, Settlement settlement, LogPlace place) {
        return new Question(
                settlement.customerId(),
                FirstDecisionStore.keyOf(settlement),
                () -> ContentDigest.of(settlement),
                (licenses, catalogs) -> engine.settle(licenses, catalogs, settlement, place),
                (licenses, catalogs, first) -> engine.settleAgain(licenses, catalogs, settlement, place, first));
    }

    /** Asks what a record holds, which lies in the log where its metadata says. */
    interface Asking<V> {

        Question of(V value, Instant at, RecordMetadata record);
    }

    interface Repetition {

        Decided of(CustomerLicenses licenses, CatalogHistory catalogs, FirstDecision first);
    }
}
