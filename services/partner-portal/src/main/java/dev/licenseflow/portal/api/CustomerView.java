package dev.licenseflow.portal.api;

import dev.licenseflow.domain.license.RenewalMethod;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import dev.licenseflow.portal.license.LicenseView.LicensedQuantities;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedMap;

/** A customer as programs see it. */
@Schema(
        name = "Customer",
        requiredProperties = {"customerId", "name", "taxId", "registeredAt", "status"})
record CustomerView(
        String customerId,
        String name,

        @Schema(description = "A CNPJ or CPF without punctuation")
        String taxId,

        @Schema(description = "When it was entered in the portal")
        Instant registeredAt,

        @Schema(description = "PENDING while nothing is on the licenses topic")
        CustomerStatus status,

        @Schema(description = "Absent while nothing is on the licenses topic")
        Optional<LicensesView> licenses) {

    static CustomerView of(CustomerLine line) {
        return new CustomerView(
                line.customer().customerId(),
                line.customer().name(),
                line.customer().taxId().digits(),
                line.customer().registeredAt(),
                line.status(),
                line.licenses().map(LicensesView::of));
    }

    /** What it has. */
    @Schema(
            name = "Licenses",
            requiredProperties = {"system", "renewalMethod", "paidThrough", "revision", "products", "openChargesCents"})
    record LicensesView(
            @Schema(description = "The product code of the base system")
            String system,

            RenewalMethod renewalMethod,

            @Schema(type = "string", example = "2026-03", description = "The last month that is paid")
            YearMonth paidThrough,

            @Schema(description = "What a request's expectedRevision is compared with")
            long revision,

            @Schema(
                    description =
                            "By product code: active is the quantity until the month ends, next the one after that")
            SortedMap<String, LicensedQuantities> products,

            @Schema(description = "In cents") long openChargesCents) {

        static LicensesView of(LicenseView view) {
            return new LicensesView(
                    view.system(),
                    view.renewalMethod(),
                    view.paidThrough(),
                    view.revision(),
                    view.products(),
                    view.openChargesCents());
        }
    }
}
