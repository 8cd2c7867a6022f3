package dev.licenseflow.billing.csv;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A table that a spreadsheet set to Brazil opens by a double click. It is UTF-8 with a byte order mark, or accents would break; it
 * has semicolons, since the comma is the decimal sign; its lines end in CR LF. A text that begins like a formula gets an apostrophe
 * in front, or opening the file would run it. Commons-csv would quote other fields, for example those that begin with {@code #}.
 */
public final class BrazilianCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String SEPARATOR = ";";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[;\"\\r\\n\\t]|^\\s|\\s$");
    /** A negative amount begins with a minus and is no formula. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:,\\d+)?");

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
    private final int columns;

    public BrazilianCsv(List<String> header) {
        this.columns = header.size();
        line(header);
    }

    /** Adds a line with as many fields as the header has. */
    public void line(List<String> fields) {
        if (fields.size() != columns) {
            throw new IllegalArgumentException(fields.size() + " fields under " + columns + " headings");
        }
        text.append(String.join(
                        SEPARATOR, fields.stream().map(BrazilianCsv::field).toList()))
                .append(LINE_END);
    }

    public byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String field(String value) {
        String harmless = isFormula(value) ? "'" + value : value;
        return NEEDS_QUOTES.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    private static boolean isFormula(String value) {
        String visible = value.stripLeading();
        return !visible.isEmpty()
                && FORMULA_STARTS.indexOf(visible.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
    }
}
