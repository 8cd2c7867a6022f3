package dev.licenseflow.billing.spring.web;

import dev.licenseflow.billing.bank.BankLineFault;
import dev.licenseflow.billing.bank.BankLineResult;
import dev.licenseflow.billing.bank.BankPayment;
import dev.licenseflow.billing.bank.BankReturn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A file of bank returns as clients see it, with how many lines were taken how. */
record BankReturnView(
        String fileHash,
        String fileName,
        Instant receivedAt,
        long settling,
        long repeated,
        long refused,
        List<LineView> lines) {

    static BankReturnView of(BankReturn file) {
        return new BankReturnView(
                file.fileHash(),
                file.fileName(),
                file.receivedAt(),
                file.count(BankLineResult.Kind.SETTLING),
                file.count(BankLineResult.Kind.REPEATED),
                file.count(BankLineResult.Kind.REFUSED),
                file.lines().stream().map(LineView::of).toList());
    }

    /** A line of it. */
    record LineView(
            int line,
            BankLineResult.Kind result,
            Optional<String> lineId,
            Optional<String> chargeId,
            Optional<LocalDate> paidOn,
            Optional<Long> amountCents,
            Optional<BankLineFault> fault,
            Optional<String> detail,
            Optional<String> customerId,
            Optional<String> settlementId) {

        static LineView of(BankLineResult line) {
            return new LineView(
                    line.number(),
                    line.kind(),
                    line.payment().map(BankPayment::lineId),
                    line.payment().map(BankPayment::chargeId),
                    line.payment().map(BankPayment::paidOn),
                    line.payment().map(BankPayment::amountCents),
                    line.fault(),
                    Optional.of(line.detail()).filter(detail -> !detail.isEmpty()),
                    line.customerId(),
                    line.settlementId());
        }
    }
}
