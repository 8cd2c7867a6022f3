package dev.licenseflow.domain.request;

/** How billing closed a charge (G4). */
public enum SettlementOutcome {
    PAID,
    WAIVED
}
