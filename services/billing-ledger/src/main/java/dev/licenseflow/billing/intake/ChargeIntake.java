package dev.licenseflow.billing.intake;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.alarm.AlarmKind;
import dev.licenseflow.billing.charge.ChargeBook;
import dev.licenseflow.billing.charge.LedgerCharge;
import dev.licenseflow.billing.settlement.SettlementDecisions;
import dev.licenseflow.domain.charge.Charge;

/** Enters each charge once (rule G1): the id is the key, the first content stands, another one is an alarm. */
final class ChargeIntake {

    private final ChargeBook charges;
    private final SettlementDecisions decisions;
    private final AlarmBook alarms;

    ChargeIntake(ChargeBook charges, SettlementDecisions decisions, AlarmBook alarms) {
        this.charges = charges;
        this.decisions = decisions;
        this.alarms = alarms;
    }

    void enter(Charge charge) {
        if (charges.enter(charge)) {
            decisions.catchUp(charge);
            return;
        }
        Charge standing =
                charges.find(charge.chargeId()).map(LedgerCharge::charge).orElseThrow();
        if (!standing.equals(charge)) {
            alarms.raise(
                    AlarmKind.CHARGE_CONTRADICTED, charge.chargeId(), "stands as " + standing + "; came as " + charge);
        }
    }
}
