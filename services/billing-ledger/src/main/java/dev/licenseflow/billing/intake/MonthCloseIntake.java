package dev.licenseflow.billing.intake;

import dev.licenseflow.billing.alarm.AlarmBook;
import dev.licenseflow.billing.alarm.AlarmKind;
import dev.licenseflow.billing.statement.MonthCloseBook;
import dev.licenseflow.messaging.mapping.ClosedPartition;

/** Enters each partition's month close once (rule M4); another content for the same one is an alarm. */
final class MonthCloseIntake {

    private final MonthCloseBook closes;
    private final AlarmBook alarms;

    MonthCloseIntake(MonthCloseBook closes, AlarmBook alarms) {
        this.closes = closes;
        this.alarms = alarms;
    }

    void enter(ClosedPartition close) {
        if (closes.enter(close)) {
            return;
        }
        ClosedPartition standing = closes.find(close.month(), close.partition()).orElseThrow();
        if (!standing.equals(close)) {
            alarms.raise(
                    AlarmKind.MONTH_CLOSE_CONTRADICTED,
                    close.month() + " partition " + close.partition(),
                    "stands as " + standing.totals() + "; came as " + close.totals());
        }
    }
}
