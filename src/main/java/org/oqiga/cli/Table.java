package org.oqiga.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of words in columns as wide as they need; the last column is left ragged. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table row(Object... cells) {
        rows.add(List.of(cells).stream()
                .map(cell -> cell.toString().replaceAll("\\s+", " ").strip())
                .toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        var widths = new ArrayList<Integer>();
        for (var row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), length(row.get(i))));
            }
        }
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(i == 0 ? "" : "  ").append(row.get(i));
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths.get(i) - length(row.get(i))));
            }
        }
        return line.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
