package dev.licenseflow.portal.license;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.licenseflow.domain.request.RenewalMethod;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The licenses of a customer as the licenses topic shows them (rule L1), for screens and in the API. */
@Schema(
        name = "Licenses",
        requiredProperties = {
            "system",
            "renewalMethod",
            "paidThrough",
            "revision",
            "products",
            "openChargesCents",
            "renewalScheduled",
            "cancelled"
        })
public record LicenseView(
        @Schema(description = "The product code of the base system")
        String system,

        @JsonIgnore CustomerStatus status,
        RenewalMethod renewalMethod,

        @Schema(type = "string", example = "2026-03", description = "The last month that is paid")
        YearMonth paidThrough,

        @Schema(description = "What a request's expectedRevision is compared with")
        long revision,

        @Schema(
                description =
                        "By product code: active is the quantity now, next the one from the first of next month on")
        SortedMap<String, LicensedQuantities> products,

        @Schema(description = "In cents") long openChargesCents,

        @Schema(description = "Whether the next month close renews it, this once")
        boolean renewalScheduled,

        @Schema(description = "Whether the contract ends with the paid month")
        boolean cancelled) {

    /**
     * The two numbers of a product (section 5).
     *
     * @param active now, to the end of the month
     * @param next from the first of next month on
     */
    @Schema(requiredProperties = {"active", "next"})
    public record LicensedQuantities(int active, int next) {}

    public LicenseView {
        products = Collections.unmodifiableSortedMap(new TreeMap<>(products));
    }
}
