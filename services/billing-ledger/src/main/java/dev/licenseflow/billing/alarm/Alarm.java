package dev.licenseflow.billing.alarm;

import java.time.Instant;

/**
 * Something a person must look at.
 *
 * @param seq its place in the order in which alarms were raised
 * @param subject the id of what it is about
 */
public record Alarm(long seq, AlarmKind kind, String subject, String detail, Instant raisedAt) {}
