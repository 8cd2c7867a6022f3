package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;

/** The portal's words for the vocabulary of the contract (section 1), in Brazilian Portuguese and in English. */
record Words(String pt, String en) {

    static Words of(Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> new Words("Clientes", "Customers");
            case MANUAL_RENEWAL -> new Words("Renovação manual", "Manual renewal");
            case MANAGED_BILLING -> new Words("Gestão de cobranças", "Managed billing");
            case API -> new Words("API", "API");
            case BACK_OFFICE -> new Words("retaguarda", "back office");
        };
    }

    static Words of(RenewalMethod method) {
        return switch (method) {
            case MANUAL -> new Words("renovação manual", "manual renewal");
            case MANAGED_BILLING -> new Words("gestão de cobranças", "managed billing");
        };
    }

    static Words of(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> new Words("ativo", "active");
            case EXPIRED -> new Words("expirado", "expired");
            case SUSPENDED -> new Words("suspenso", "suspended");
            case INACTIVE -> new Words("inativo", "inactive");
        };
    }

    static Words of(QuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> new Words("confirmado", "confirmed");
            case DECLINED -> new Words("recusado", "declined");
            case EXPIRED -> new Words("vencido", "expired");
        };
    }
}
