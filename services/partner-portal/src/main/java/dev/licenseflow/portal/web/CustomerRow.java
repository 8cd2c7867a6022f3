package dev.licenseflow.portal.web;

import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer on a list, and what can be done with it (D8).
 *
 * @param product what the base system is called
 * @param due the last day that is paid for
 * @param openCents what billing has not settled yet
 * @param monthlyCents what the next full month costs
 * @param otherMethod the way of renewal that it could change to
 */
public record CustomerRow(
        CustomerLine line,
        CustomerStatus status,
        String product,
        String due,
        long openCents,
        long monthlyCents,
        boolean canEdit,
        boolean canRenew,
        Optional<RenewalMethod> otherMethod) {

    public String id() {
        return line.customer().customerId();
    }

    public String name() {
        return line.customer().name();
    }

    public String taxId() {
        return line.customer().taxId().formatted();
    }

    /** For a form of this row: each has a request of its own. */
    public String newRequestId() {
        return UUID.randomUUID().toString();
    }

    public boolean canSuspend() {
        return status == CustomerStatus.ACTIVE;
    }

    public boolean canResume() {
        return status == CustomerStatus.SUSPENDED;
    }

    public boolean canReactivate() {
        return status == CustomerStatus.INACTIVE;
    }

    public boolean isPending() {
        return status == CustomerStatus.PENDING;
    }
}
