package dev.licenseflow.domain.reason;

import dev.licenseflow.domain.license.LicenseStatus;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.domain.request.Channel;
import dev.licenseflow.domain.request.RenewalMethod;

/** The portal's words for the vocabulary of the contract (section 1). */
final class Words {

    private Words() {}

    static String pt(Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> "Clientes";
            case MANUAL_RENEWAL -> "Renovação manual";
            case MANAGED_BILLING -> "Gestão de cobranças";
            case API -> "API";
            case BACK_OFFICE -> "retaguarda";
        };
    }

    static String en(Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> "Customers";
            case MANUAL_RENEWAL -> "Manual renewal";
            case MANAGED_BILLING -> "Managed billing";
            case API -> "API";
            case BACK_OFFICE -> "back office";
        };
    }

    static String pt(RenewalMethod method) {
        return switch (method) {
            case MANUAL -> "renovação manual";
            case MANAGED_BILLING -> "gestão de cobranças";
        };
    }

    static String en(RenewalMethod method) {
        return switch (method) {
            case MANUAL -> "manual renewal";
            case MANAGED_BILLING -> "managed billing";
        };
    }

    static String pt(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> "ativo";
            case EXPIRED -> "expirado";
            case SUSPENDED -> "suspenso";
            case INACTIVE -> "inativo";
        };
    }

    static String en(LicenseStatus status) {
        return switch (status) {
            case ACTIVE -> "active";
            case EXPIRED -> "expired";
            case SUSPENDED -> "suspended";
            case INACTIVE -> "inactive";
        };
    }

    static String pt(QuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> "confirmado";
            case DECLINED -> "recusado";
            case EXPIRED -> "vencido";
        };
    }

    static String en(QuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> "confirmed";
            case DECLINED -> "declined";
            case EXPIRED -> "expired";
        };
    }
}
