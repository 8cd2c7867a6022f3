package dev.licenseflow.billing.payment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** Makes what a payer needs to pay an invoice. Another provider takes the place of {@link StaticPix} as a bean. */
public interface PaymentProvider {

    /** The codes of an invoice that can be paid; the same for the same invoice. */
    PaymentCodes codes(String invoiceNumber, long amountCents, String currency);

    /** How an invoice can be paid. */
    @Schema(description = "How the invoice can be paid")
    record PaymentCodes(
            @Schema(description = "PIX copia e cola, which the QR picture shows as well; absent without PIX")
            Optional<String> pixCode,

            @Schema(description = "The line of digits of a bank slip; absent if the provider issues none")
            Optional<String> bankSlipLine,

            @Schema(description = "The receiver is an example: nobody must pay this")
            boolean demonstration) {}
}
