package dev.licenseflow.messaging.mapping.decision;

import dev.licenseflow.domain.decision.QuantityChangeKind;
import dev.licenseflow.domain.license.QuoteEnd;
import dev.licenseflow.messaging.mapping.Symbols;
import dev.licenseflow.schema.decision.Cause;
import dev.licenseflow.schema.decision.EffectType;
import dev.licenseflow.schema.decision.Operation;
import dev.licenseflow.schema.decision.Outcome;

/** The enums of a decision. */
final class DecisionSymbols {

    private DecisionSymbols() {}

    static Cause toAvro(dev.licenseflow.domain.decision.Cause cause) {
        return switch (cause) {
            case REQUEST -> Cause.REQUEST;
            case SETTLEMENT -> Cause.SETTLEMENT;
            case MONTH_CLOSE -> Cause.MONTH_CLOSE;
        };
    }

    static dev.licenseflow.domain.decision.Cause toDomain(Cause cause) {
        return switch (cause) {
            case REQUEST -> dev.licenseflow.domain.decision.Cause.REQUEST;
            case SETTLEMENT -> dev.licenseflow.domain.decision.Cause.SETTLEMENT;
            case MONTH_CLOSE -> dev.licenseflow.domain.decision.Cause.MONTH_CLOSE;
            case UNKNOWN -> throw Symbols.unknown("cause");
        };
    }

    static Outcome toAvro(dev.licenseflow.domain.decision.Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> Outcome.APPLIED;
            case QUOTED -> Outcome.QUOTED;
            case REJECTED -> Outcome.REJECTED;
        };
    }

    static dev.licenseflow.domain.decision.Outcome toDomain(Outcome outcome) {
        return switch (outcome) {
            case APPLIED -> dev.licenseflow.domain.decision.Outcome.APPLIED;
            case QUOTED -> dev.licenseflow.domain.decision.Outcome.QUOTED;
            case REJECTED -> dev.licenseflow.domain.decision.Outcome.REJECTED;
            case UNKNOWN -> throw Symbols.unknown("outcome");
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

    static EffectType toAvro(QuantityChangeKind kind) {
        return switch (kind) {
            case QUANTITY_RAISED -> EffectType.QUANTITY_RAISED;
            case QUANTITY_RESTORED -> EffectType.QUANTITY_RESTORED;
            case REDUCTION_SCHEDULED -> EffectType.REDUCTION_SCHEDULED;
            case REMOVAL_SCHEDULED -> EffectType.REMOVAL_SCHEDULED;
            case QUANTITY_REDUCED -> EffectType.QUANTITY_REDUCED;
            case PRODUCT_REMOVED -> EffectType.PRODUCT_REMOVED;
        };
    }

    static EffectType toAvro(QuoteEnd end) {
        return switch (end) {
            case CONFIRMED -> EffectType.QUOTE_CONFIRMED;
            case DECLINED -> EffectType.QUOTE_DECLINED;
            case EXPIRED -> EffectType.QUOTE_EXPIRED;
        };
    }
}
