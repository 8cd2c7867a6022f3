package dev.licenseflow.processor.processor;

import dev.licenseflow.domain.catalog.CatalogHistory;
import dev.licenseflow.domain.decision.Decided;
import dev.licenseflow.domain.decision.Decision;
import dev.licenseflow.domain.desk.FirstDecision;
import dev.licenseflow.domain.desk.LicenseDesk;
import dev.licenseflow.domain.desk.RolledOver;
import dev.licenseflow.domain.license.CustomerLicenses;
import dev.licenseflow.processor.store.CustomerStore;
import dev.licenseflow.processor.store.FirstDecisionStore;
import java.time.Instant;

/**
 * One customer while a record is processed: loaded once, changed by decisions alone, saved once. The decisions leave in
 * the order in which they are entered.
 */
final class CustomerFile {

    private final LicenseDesk desk;
    private final Publisher publisher;
    private final CustomerStore store;
    private final FirstDecisionStore firstDecisions;
    private final CustomerLicenses loaded;
    private CustomerLicenses licenses;

    private CustomerFile(StepTools tools, CustomerLicenses loaded) {
        this.desk = tools.parts().desk();
        this.publisher = tools.publisher();
        this.store = tools.customers();
        this.firstDecisions = tools.firstDecisions();
        this.loaded = loaded;
        this.licenses = loaded;
    }

    static CustomerFile of(CustomerLicenses loaded, StepTools tools) {
        return new CustomerFile(tools, loaded);
    }

    /** Closes the months that have begun since, before anything is decided (M2). */
    CustomerFile rollOver(CatalogHistory catalogs, Instant at, MonthLedger months) {
        RolledOver rolled = desk.rollOver(licenses, catalogs, at);
        for (Decided close : rolled.closes()) {
            enterClose(close);
            months.count(close.decision());
        }
        return this;
    }

    /** Enters a month close, timed at the boundary (M3). */
    void enterClose(Decided close) {
        Decision decision = close.decision();
        enter(close, decision.decidedAt().toEpochMilli());
        firstDecisions.remember(
                FirstDecisionStore.keyOfClose(decision), new FirstDecision("", decision), decision.decidedAt());
    }

    void enter(Decided decided, long timestamp) {
        licenses = decided.after();
        publisher.publish(decided, timestamp);
    }

    CustomerLicenses licenses() {
        return licenses;
    }

    void save() {
        if (!licenses.equals(loaded)) {
            store.save(licenses);
        }
    }
}
