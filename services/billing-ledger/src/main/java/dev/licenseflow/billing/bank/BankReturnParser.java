package dev.licenseflow.billing.bank;

import dev.licenseflow.billing.csv.BrazilianText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads files of bank returns, as {@code docs/billing.md} describes them. A line is a line: a quoted field cannot hold a line
 * break, so that a quote that does not end spoils one line and not the rest of the file.
 */
public final class BankReturnParser {

    /** The heading that every file has. */
    public static final String HEADING = "linha;cobranca;pago_em;valor";

    /** Lines in one file, the heading not counted. Each may lock a customer, and the database has some thousand locks in all. */
    public static final int MAX_LINES = 2_000;

    private static final int MAX_LINE_ID = 64;
    private static final int MAX_SHOWN = 100;
    private static final int FIELDS = 4;

    private final LocalDate today;

    /** @param today in the business zone; nobody has paid later than that */
    public BankReturnParser(LocalDate today) {
        this.today = today;
    }

    /**
     * The lines of a file, empty ones left out.
     *
     * @throws BankFileException if it is not UTF-8, has another heading, no lines or too many
     */
    public List<BankLine> parse(byte[] file) {
        String[] lines = text(file).split("\r\n|\n|\r", -1);
        if (!lines[0].strip().equals(HEADING)) {
            throw new BankFileException("The first line is not " + HEADING);
        }
        List<BankLine> parsed = new ArrayList<>();
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

    private BankLine line(int number, String text) {
        Optional<List<String>> fields = fields(text).filter(found -> found.size() == FIELDS);
        if (fields.isEmpty()) {
            return BankLine.faulty(number, BankLineFault.MALFORMED, shown(text));
        }
        String lineId = fields.get().get(0);
        if (lineId.isEmpty() || lineId.length() > MAX_LINE_ID || hasControl(lineId)) {
            return BankLine.faulty(number, BankLineFault.LINE_ID_INVALID, shown(lineId));
        }
        String chargeId = fields.get().get(1);
        if (chargeId.isEmpty() || hasControl(chargeId)) {
            return BankLine.faulty(number, BankLineFault.CHARGE_UNKNOWN, shown(chargeId));
        }
        Optional<LocalDate> paidOn = BrazilianText.day(fields.get().get(2)).filter(day -> !day.isAfter(today));
        if (paidOn.isEmpty()) {
            return BankLine.faulty(
                    number, BankLineFault.DATE_INVALID, shown(fields.get().get(2)));
        }
        OptionalLong cents = BrazilianText.cents(fields.get().get(3));
        if (cents.orElse(0) == 0) {
            return BankLine.faulty(
                    number, BankLineFault.AMOUNT_INVALID, shown(fields.get().get(3)));
        }
        return BankLine.of(number, new BankPayment(lineId, chargeId, paidOn.get(), cents.orElseThrow()));
    }

    /** The fields of a line without the spaces around them; empty if a quote does not end where a field does. */
    private static Optional<List<String>> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (quoted) {
                if (character != '"') {
                    field.append(character);
                } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else {
                    quoted = false;
                    wasQuoted = true;
                }
            } else if (character == ';') {
                fields.add(field.toString().strip());
                field.setLength(0);
                wasQuoted = false;
            } else if (character == '"' && field.toString().isBlank() && !wasQuoted) {
                quoted = true;
            } else if (wasQuoted && !Character.isWhitespace(character)) {
                return Optional.empty();
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().strip());
        return quoted ? Optional.empty() : Optional.of(fields);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String shown(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= MAX_SHOWN ? printable : printable.substring(0, MAX_SHOWN) + "…";
    }
}
