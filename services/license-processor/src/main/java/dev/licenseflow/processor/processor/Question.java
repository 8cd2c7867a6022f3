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
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Something that gets exactly one decision: a request or a settlement (D1, G4). */
interface Question {

    String customerId();

    /** Under what its first decision is remembered (D3). */
    String key();

    /** The same for the same content (D3). */
    String digest();

    Decided decide(CustomerLicenses licenses, CatalogHistory catalogs);

    Decided decideAgain(CustomerLicenses licenses, CatalogHistory catalogs, FirstDecision first);

    /** Asks what a record holds. */
    interface Asking<V> {
        /** @param record where it lies in the log */
        Question of(V value, Instant at, RecordMetadata record);
    }

    /** A request of a partner or of the back office. */
    record OfRequest(LicenseEngine engine, Request request, LogPlace place) implements Question {
        @Override
        public String customerId() {
            return request.customerId();
        }

        @Override
        public String key() {
            return place.isFromBackOffice()
                    ? FirstDecisionStore.keyOfBackOffice(request)
                    : FirstDecisionStore.keyOf(request);
        }

        @Override
        public String digest() {
            return ContentDigest.of(request);
        }

        @Override
        public Decided decide(CustomerLicenses licenses, CatalogHistory catalogs) {
            return engine.decide(licenses, catalogs, request, place);
        }

        @Override
        public Decided decideAgain(CustomerLicenses licenses, CatalogHistory catalogs, FirstDecision first) {
            return engine.decideAgain(licenses, catalogs, request, place, first);
        }
    }

    /** Billing's settlement. */
    record OfSettlement(LicenseEngine engine, Settlement settlement, LogPlace place) implements Question {
        @Override
        public String customerId() {
            return settlement.customerId();
        }

        @Override
        public String key() {
            return FirstDecisionStore.keyOf(settlement);
        }

        @Override
        public String digest() {
            return ContentDigest.of(settlement);
        }

        @Override
        public Decided decide(CustomerLicenses licenses, CatalogHistory catalogs) {
            return engine.settle(licenses, catalogs, settlement, place);
        }

        @Override
        public Decided decideAgain(CustomerLicenses licenses, CatalogHistory catalogs, FirstDecision first) {
            return engine.settleAgain(licenses, catalogs, settlement, place, first);
        }
    }
}
