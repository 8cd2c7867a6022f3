package dev.licenseflow.billing.bank;

import java.time.Instant;
import java.util.List;

/**
 * A file that was taken, with what became of each line.
 *
 * @param fileHash SHA-256 of its bytes, in hexadecimal: its identity
 */
public record BankReturn(String fileHash, String fileName, Instant receivedAt, List<BankLineResult> lines) {

    public BankReturn {
        lines = List.copyOf(lines);
    }

    public long count(BankLineResult.Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }
}
