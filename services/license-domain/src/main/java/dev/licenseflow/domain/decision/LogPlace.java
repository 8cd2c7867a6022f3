package dev.licenseflow.domain.decision;

import java.time.Instant;
import java.time.YearMonth;

/**
 * What the log says of an input record: when it was appended (T1), the id that its decision gets (L4), and whether the vendor's back
 * office wrote it (D10).
 *
 * @param decisionId unique over all decisions; the same in every replay
 */
public record LogPlace(Instant at, String decisionId, boolean isFromBackOffice) {

    /** The place of a record on the topic of partners' requests. */
    public static LogPlace ofRequest(Instant at, int partition, long offset) {
        return new LogPlace(at, "request-" + partition + '-' + offset, false);
    }

    /** The place of a record on the topic of the back office. */
    public static LogPlace ofBackOffice(Instant at, int partition, long offset) {
        return new LogPlace(at, "back-office-" + partition + '-' + offset, true);
    }

    /** The place of a record on the topic of settlements. */
    public static LogPlace ofSettlement(Instant at, int partition, long offset) {
        return new LogPlace(at, "settlement-" + partition + '-' + offset, false);
    }

    /** The place of a customer's month close, which no record asks for (M3). */
    public static LogPlace ofClose(Instant boundary, YearMonth month, String customerId) {
        return new LogPlace(boundary, "month-close-" + month + '-' + customerId, false);
    }

    /** The same record at a time that is not before another. */
    public LogPlace notBefore(Instant earliest) {
        return at.isBefore(earliest) ? new LogPlace(earliest, decisionId, isFromBackOffice) : this;
    }
}
