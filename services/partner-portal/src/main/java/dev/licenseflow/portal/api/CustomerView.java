package dev.licenseflow.portal.api;

import dev.licenseflow.portal.customer.TaxId;
import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A customer as programs see it. */
@Schema(
        name = "Customer",
        requiredProperties = {"customerId", "name", "contact", "registeredAt", "status"})
record CustomerView(
        String customerId,

        @Schema(description = "The customer id until the partner has entered it")
        String name,

        @Schema(description = "A CNPJ or CPF without punctuation; absent until the partner has entered it")
        Optional<String> taxId,

        @Schema(description = "How the customer is reached; empty if that is not known")
        String contact,

        @Schema(description = "When it was entered in the portal, or since when the partner has its licenses")
        Instant registeredAt,

        @Schema(description = "PENDING while nothing is on the licenses topic")
        CustomerStatus status,

        @Schema(description = "Absent while nothing is on the licenses topic")
        Optional<LicenseView> licenses) {

    static CustomerView of(CustomerLine line) {
        return new CustomerView(
                line.customer().customerId(),
                line.customer().name(),
                line.customer().taxId().map(TaxId::digits),
                line.customer().contact(),
                line.customer().registeredAt(),
                line.status(),
                line.licenses());
    }
}
