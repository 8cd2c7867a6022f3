package dev.licenseflow.messaging.mapping;

import dev.licenseflow.schema.request.Channel;
import dev.licenseflow.schema.request.Operation;
import dev.licenseflow.schema.request.RenewalMethod;

/** The enums of a request. */
final class RequestSymbols {

    private RequestSymbols() {}

    static Channel toAvro(dev.licenseflow.domain.request.Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> Channel.CUSTOMERS;
            case MANUAL_RENEWAL -> Channel.MANUAL_RENEWAL;
            case MANAGED_BILLING -> Channel.MANAGED_BILLING;
        };
    }

    static dev.licenseflow.domain.request.Channel toDomain(Channel channel) {
        return switch (channel) {
            case CUSTOMERS -> dev.licenseflow.domain.request.Channel.CUSTOMERS;
            case MANUAL_RENEWAL -> dev.licenseflow.domain.request.Channel.MANUAL_RENEWAL;
            case MANAGED_BILLING -> dev.licenseflow.domain.request.Channel.MANAGED_BILLING;
            case UNKNOWN -> throw Symbols.unknown("channel");
        };
    }

    static Operation toAvro(dev.licenseflow.domain.request.Operation operation) {
        return switch (operation) {
            case ADD -> Operation.ADD;
            case REMOVE -> Operation.REMOVE;
            case SET -> Operation.SET;
        };
    }

    static dev.licenseflow.domain.request.Operation toDomain(Operation operation) {
        return switch (operation) {
            case ADD -> dev.licenseflow.domain.request.Operation.ADD;
            case REMOVE -> dev.licenseflow.domain.request.Operation.REMOVE;
            case SET -> dev.licenseflow.domain.request.Operation.SET;
            case UNKNOWN -> throw Symbols.unknown("operation");
        };
    }

    static RenewalMethod toAvro(dev.licenseflow.domain.license.RenewalMethod method) {
        return switch (method) {
            case MANUAL -> RenewalMethod.MANUAL;
            case MANAGED_BILLING -> RenewalMethod.MANAGED_BILLING;
        };
    }

    static dev.licenseflow.domain.license.RenewalMethod toDomain(RenewalMethod method) {
        return switch (method) {
            case MANUAL -> dev.licenseflow.domain.license.RenewalMethod.MANUAL;
            case MANAGED_BILLING -> dev.licenseflow.domain.license.RenewalMethod.MANAGED_BILLING;
            case UNKNOWN -> throw Symbols.unknown("renewalMethod");
        };
    }
}
