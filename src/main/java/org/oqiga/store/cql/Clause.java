package org.oqiga.store.cql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL with a question mark for each of its values.
 *
 * @param values strings, numbers, dates, moments with their offset, WKB as bytes, or lists of strings or of numbers
 */
public record Clause(String sql, List<Object> values) {

    public Clause {
        values = List.copyOf(values);
    }

    public static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    /** The parts where {@code frame} has its {@code %s}, their values in the same order. */
    static Clause framed(String frame, Clause... parts) {
        var sql = frame.formatted(Arrays.stream(parts).map(Clause::sql).toArray());
        var values = new ArrayList<>();
        for (var part : parts) {
            values.addAll(part.values);
        }
        return new Clause(sql, values);
    }

    static Clause joined(String word, List<Clause> parts) {
        var values = new ArrayList<>();
        parts.forEach(part -> values.addAll(part.values));
        return new Clause(
                parts.stream().map(Clause::sql).collect(Collectors.joining(" " + word + " ", "(", ")")), values);
    }
}
