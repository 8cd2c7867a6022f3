package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.engine.FirstDecision;
import dev.licenseflow.domain.engine.LicenseEngine;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.domain.request.ContentDigest;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.domain.request.Settlement;
import dev.licenseflow.processor.store.FirstDecisionStore;
import java.time.Instant;

/** Something that gets exactly one decision: a request or a settlement (D1, G4). */
interface Question {

    String customerId();

    /** Under what its first decision is remembered (D3). */
    String key();

    /** The same for the same content (D3). */
    String digest();

    Decided decide(CustomerLicenses licenses, CatalogHistory catalogs, Instant at);

    Decided decideAgain(CustomerLicenses licenses, CatalogHistory catalogs, Instant at, FirstDecision first);

    /** A partner's request. */
    record OfRequest(LicenseEngine engine, Request request) implements Question {
        @Override
        public String customerId() {
            return request.customerId();
        }

        @Override
        public String key() {
            return FirstDecisionStore.keyOf(request);
        }

        @Override
        public String digest() {
            return ContentDigest.of(request);
        }

        @Override
        public Decided decide(CustomerLicenses licenses, CatalogHistory catalogs, Instant at) {
            return engine.decide(licenses, catalogs, request, at);
        }

        @Override
        public Decided decideAgain(
                CustomerLicenses licenses, CatalogHistory catalogs, Instant at, FirstDecision first) {
            return engine.decideAgain(licenses, catalogs, request, at, first);
        }
    }

    /** Billing's settlement. */
    record OfSettlement(LicenseEngine engine, Settlement settlement) implements Question {
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
        public Decided decide(CustomerLicenses licenses, CatalogHistory catalogs, Instant at) {
            return engine.settle(licenses, catalogs, settlement, at);
        }

        @Override
        public Decided decideAgain(
                CustomerLicenses licenses, CatalogHistory catalogs, Instant at, FirstDecision first) {
            return engine.settleAgain(licenses, catalogs, settlement, at, first);
        }
    }
}
