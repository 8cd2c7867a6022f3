package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.desk.FirstDecision;
import dev.licenseflow.domain.desk.LicenseDesk;
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
    record OfRequest(LicenseDesk desk, Request request) implements Question {
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
            return desk.decide(licenses, catalogs, request, at);
        }

        @Override
        public Decided decideAgain(
                CustomerLicenses licenses, CatalogHistory catalogs, Instant at, FirstDecision first) {
            return desk.decideAgain(licenses, catalogs, request, at, first);
        }
    }

    /** Billing's settlement. */
    record OfSettlement(LicenseDesk desk, Settlement settlement) implements Question {
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
            return desk.settle(licenses, catalogs, settlement, at);
        }

        @Override
        public Decided decideAgain(
                CustomerLicenses licenses, CatalogHistory catalogs, Instant at, FirstDecision first) {
            return desk.settleAgain(licenses, catalogs, settlement, at, first);
        }
    }
}
