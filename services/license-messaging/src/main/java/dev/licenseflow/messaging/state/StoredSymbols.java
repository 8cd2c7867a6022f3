package dev.licenseflow.messaging.state;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.domain.request.Operation;
import org.jspecify.annotations.NullMarked;

/** The enums of the stored state. */
@NullMarked
final class StoredSymbols {

    private StoredSymbols() {}

    static StoredStatus toState(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> StoredStatus.ACTIVE;
            case EXPIRED -> StoredStatus.EXPIRED;
            case SUSPENDED -> StoredStatus.SUSPENDED;
            case INACTIVE -> StoredStatus.INACTIVE;
        };
    }

    static LicenseStatus toDomain(StoredStatus status) {
        return switch (status) {
            case ACTIVE -> LicenseStatus.ACTIVE;
            case EXPIRED -> LicenseStatus.EXPIRED;
            case SUSPENDED -> LicenseStatus.SUSPENDED;
            case INACTIVE -> LicenseStatus.INACTIVE;
        };
    }

    static StoredRenewalMethod toState(RenewalMethod method) {
        return switch (method) {
            case MANUAL -> StoredRenewalMethod.MANUAL;
            case MANAGED_BILLING -> StoredRenewalMethod.MANAGED_BILLING;
        };
    }

    static RenewalMethod toDomain(StoredRenewalMethod method) {
        return switch (method) {
            case MANUAL -> RenewalMethod.MANUAL;
            case MANAGED_BILLING -> RenewalMethod.MANAGED_BILLING;
        };
    }

    static StoredOperation toState(Operation operation) {
        return switch (operation) {
            case ADD -> StoredOperation.ADD;
            case REMOVE -> StoredOperation.REMOVE;
            case SET -> StoredOperation.SET;
        };
    }

    static Operation toDomain(StoredOperation operation) {
        return switch (operation) {
            case ADD -> Operation.ADD;
            case REMOVE -> Operation.REMOVE;
            case SET -> Operation.SET;
        };
    }

    static StoredQuoteEnd toState(QuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> StoredQuoteEnd.CONFIRMED;
            case DECLINED -> StoredQuoteEnd.DECLINED;
            case EXPIRED -> StoredQuoteEnd.EXPIRED;
        };
    }

    static QuoteEnd toDomain(StoredQuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> QuoteEnd.CONFIRMED;
            case DECLINED -> QuoteEnd.DECLINED;
            case EXPIRED -> QuoteEnd.EXPIRED;
        };
    }
}
