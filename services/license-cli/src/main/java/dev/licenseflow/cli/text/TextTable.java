package dev.licenseflow.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table drawn with lines. Columns are as wide as their widest cell; numbers stand to the right, so that digits of the
 * same weight stand below each other. Every character counts as one column wide, which holds for the languages spoken.
 */
public final class TextTable {

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> total = List.of();

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /** A table with these columns; a title that begins with {@code >} is that of a column of numbers. */
    public static TextTable of(String... titles) {
        return new TextTable(Arrays.stream(titles).map(Column::of).toList());
    }

    public TextTable row(String... cells) {
        rows.add(checked(cells));
        return this;
    }

    /** The last row, below a line. */
    public TextTable total(String... cells) {
        total = checked(cells);
        return this;
    }

    /** The lines of the table, borders included. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.add(rule(widths, '┌', '┬', '┐'));
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        lines.add(rule(widths, '├', '┼', '┤'));
        rows.forEach(row -> lines.add(line(row, widths)));
        if (!total.isEmpty()) {
            lines.add(rule(widths, '├', '┼', '┤'));
            lines.add(line(total, widths));
        }
        lines.add(rule(widths, '└', '┴', '┘'));
        return lines;
    }

    private List<String> checked(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        return List.of(cells);
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(
                    columns.get(i).title().length(),
                    total.isEmpty() ? 0 : total.get(i).length());
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("│");
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(' ')
                    .append(columns.get(i).isNumber() ? space + cells.get(i) : cells.get(i) + space)
                    .append(" │");
        }
        return line.toString();
    }

    private static String rule(int[] widths, char left, char middle, char right) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.isEmpty() ? left : middle).append("─".repeat(width + 2));
        }
        return rule.append(right).toString();
    }

    private record Column(String title, boolean isNumber) {
        static Column of(String title) {
            return title.startsWith(">") ? new Column(title.substring(1), true) : new Column(title, false);
        }
    }
}
