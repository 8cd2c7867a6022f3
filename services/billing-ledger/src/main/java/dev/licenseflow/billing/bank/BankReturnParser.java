package dev.licenseflow.billing.bank;

import dev.licenseflow.billing.bank.BankReturn.BankLineFault;
import dev.licenseflow.billing.bank.BankReturn.BankPayment;
import dev.licenseflow.billing.csv.BrazilianText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads files of bank returns, as {@code docs/billing.md} describes them. Each line is parsed on its own: a quoted field cannot
 * hold a line break, so a quote that does not end makes one line faulty and not the rest of the file.
 */
public final class BankReturnParser {

    public static final String HEADING = "linha;cobranca;pago_em;valor";

    /** Lines in one file, the heading not counted. Each may lock a customer, and the database has some thousand locks in all. */
    public static final int MAX_LINES = 2_000;

    private static final CSVFormat LINE = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setIgnoreSurroundingSpaces(true)
            .get();
    private static final int MAX_LINE_ID = 64;
    private static final int MAX_SHOWN = 100;
    private static final int FIELDS = 4;

    /**
     * A line as it was read.
     *
     * @param number counted from 1, the heading being line 1
     * @param payment empty if the line has a fault
     * @param fault empty if the line can be read
     * @param detail the faulty text
     */
    record ParsedLine(int number, Optional<BankPayment> payment, Optional<BankLineFault> fault, String detail) {

        static ParsedLine of(int number, BankPayment payment) {
            return new ParsedLine(number, Optional.of(payment), Optional.empty(), "");
        }

        static ParsedLine faulty(int number, BankLineFault fault, String text) {
            String printable = text.replaceAll("\\p{Cntrl}", " ");
            String shown = printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "…";
            return new ParsedLine(number, Optional.empty(), Optional.of(fault), shown);
        }
    }

    /** The file as a whole cannot be read, so no line of it was; the message is one line for a person. */
    public static final class BankFileException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BankFileException(String message) {
            super(message);
        }
    }

    private final LocalDate today;

    /** @param today in the business zone; a later day of payment is a fault */
    public BankReturnParser(LocalDate today) {
        this.today = today;
    }

    /**
     * The lines of a file, empty ones left out.
     *
     * @throws BankFileException if it is not UTF-8, has another heading, no lines or too many
     */
    List<ParsedLine> parse(byte[] file) {
        String[] lines = text(file).split("\r\n|\n|\r", -1);
        if (!lines[0].strip().equals(HEADING)) {
            throw new BankFileException("The first line is not " + HEADING);
        }
        List<ParsedLine> parsed = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                parsed.add(line(i + 1, lines[i]));
            }
        }
        if (parsed.isEmpty() || parsed.size() > MAX_LINES) {
            throw new BankFileException("The file has " + parsed.size() + " lines, 1 to " + MAX_LINES + " are taken");
        }
        return parsed;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BankFileException("The file is not UTF-8");
        }
    }

    private ParsedLine line(int number, String text) {
        List<String> fields = fields(text);
        if (fields.size() != FIELDS) {
            return ParsedLine.faulty(number, BankLineFault.MALFORMED, text);
        }
        String lineId = fields.get(0);
        if (lineId.isEmpty() || lineId.length() > MAX_LINE_ID || hasControl(lineId)) {
            return ParsedLine.faulty(number, BankLineFault.LINE_ID_INVALID, lineId);
        }
        String chargeId = fields.get(1);
        if (chargeId.isEmpty() || hasControl(chargeId)) {
            return ParsedLine.faulty(number, BankLineFault.CHARGE_UNKNOWN, chargeId);
        }
        Optional<LocalDate> paidOn = BrazilianText.day(fields.get(2)).filter(day -> !day.isAfter(today));
        if (paidOn.isEmpty()) {
            return ParsedLine.faulty(number, BankLineFault.DATE_INVALID, fields.get(2));
        }
        OptionalLong cents = BrazilianText.cents(fields.get(3));
        if (cents.orElse(0) == 0) {
            return ParsedLine.faulty(number, BankLineFault.AMOUNT_INVALID, fields.get(3));
        }
        return ParsedLine.of(number, new BankPayment(lineId, chargeId, paidOn.get(), cents.orElseThrow()));
    }

    /** The fields of a line without the spaces around them; none if a quote does not end where a field does. */
    private static List<String> fields(String line) {
        try (CSVParser parser = CSVParser.parse(line, LINE)) {
            return parser.stream().flatMap(CSVRecord::stream).map(String::strip).toList();
        } catch (IOException | UncheckedIOException malformed) {
            return List.of();
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
