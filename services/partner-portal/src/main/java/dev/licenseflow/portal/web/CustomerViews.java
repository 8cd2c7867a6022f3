package dev.licenseflow.portal.web;

import dev.licenseflow.domain.month.BusinessCalendar;
import dev.licenseflow.domain.request.RenewalMethod;
import dev.licenseflow.portal.account.PortalUser;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseRepository;
import dev.licenseflow.portal.license.LicenseView;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Customers with their licenses as pages show them. A page shows the customers of the signed-in person's partner only. */
@Component
class CustomerViews {

    private final LicenseRepository customers;
    private final PageText text;
    private final OfferedProducts products;
    private final BusinessCalendar calendar;
    private final Clock clock;

    CustomerViews(
            LicenseRepository customers,
            PageText text,
            OfferedProducts products,
            BusinessCalendar calendar,
            Clock clock) {
        this.customers = customers;
        this.text = text;
        this.products = products;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * A customer in a list, and what can be done with it (D8, R7, R8).
     *
     * @param product the name of the system
     * @param due the last day that is paid for
     * @param openCents what is not settled yet
     * @param monthlyCents what the next full month costs
     * @param scheduled whether the next month is renewed, this once
     * @param cancelled whether the contract ends with the paid month
     * @param otherMethod the renewal method that it could change to
     */
    public record CustomerRow(
            CustomerLine line,
            CustomerStatus status,
            String product,
            String due,
            long openCents,
            long monthlyCents,
            boolean scheduled,
            boolean cancelled,
            boolean canEdit,
            boolean canRenew,
            boolean canSchedule,
            Optional<RenewalMethod> otherMethod) {

        public boolean canUnschedule() {
            return scheduled;
        }

        public boolean canCancel() {
            return isContract() && !cancelled;
        }

        public boolean canWithdraw() {
            return isContract() && cancelled;
        }

        private boolean isContract() {
            return status != CustomerStatus.PENDING && status != CustomerStatus.INACTIVE;
        }

        public String id() {
            return line.customer().customerId();
        }

        public String name() {
            return line.customer().name();
        }

        /** For a form of this row: each form has a request id of its own. */
        public String newRequestId() {
            return UUID.randomUUID().toString();
        }
    }

    /** @throws ResponseStatusException 404 if the partner has no such customer */
    CustomerLine find(PortalUser user, String customerId) {
        return customers.find(user.partnerId(), customerId).orElseThrow(CustomerViews::notFound);
    }

    /** @throws ResponseStatusException 404 if the customer has no licenses yet */
    static LicenseView licenses(CustomerLine line) {
        return line.licenses().orElseThrow(CustomerViews::notFound);
    }

    List<CustomerRow> rows(List<CustomerLine> lines, Screen screen) {
        return lines.stream().map(line -> row(line, screen)).toList();
    }

    CustomerRow row(CustomerLine line, Screen screen) {
        if (line.licenses().isEmpty()) {
            return new CustomerRow(
                    line, line.status(), "—", "—", 0, 0, false, false, false, false, false, Optional.empty());
        }
        LicenseView licenses = line.licenses().get();
        CustomerStatus status = licenses.status();
        boolean isManual = licenses.renewalMethod() == RenewalMethod.MANUAL;
        RenewalMethod other = isManual ? RenewalMethod.MANAGED_BILLING : RenewalMethod.MANUAL;
        boolean isOver = status == CustomerStatus.INACTIVE;
        boolean isOpenEnded = !licenses.cancelled() && !isOver;
        return new CustomerRow(
                line,
                status,
                text.product(licenses.system()),
                text.lastDay(licenses.paidThrough()),
                licenses.openChargesCents(),
                products.monthlyCents(licenses),
                licenses.renewalScheduled() && isPaid(licenses),
                licenses.cancelled() && !isOver,
                screen.isFor(licenses),
                !isPaid(licenses) && !isOver,
                isManual && isOpenEnded && isPaid(licenses) && !licenses.renewalScheduled(),
                isOpenEnded ? Optional.of(other) : Optional.empty());
    }

    /** Whether more than name, tax id and contact can be changed (D8, R8). */
    static boolean canChangeLicenses(LicenseView licenses) {
        return licenses.status() != CustomerStatus.INACTIVE && !licenses.cancelled();
    }

    boolean isPaid(LicenseView licenses) {
        YearMonth month = calendar.monthOf(clock.instant());
        return !licenses.paidThrough().isBefore(month);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
