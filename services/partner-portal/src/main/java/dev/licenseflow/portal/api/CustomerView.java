package dev.licenseflow.portal.api;

import dev.licenseflow.portal.license.CustomerLine;
import dev.licenseflow.portal.license.CustomerStatus;
import dev.licenseflow.portal.license.LicenseView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

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
        Optional<LicenseView> licenses) {

    static CustomerView of(CustomerLine line) {
        return new CustomerView(
                line.customer().customerId(),
                line.customer().name(),
                line.customer().taxId().digits(),
                line.customer().registeredAt(),
                line.status(),
                line.licenses());
    }
}
