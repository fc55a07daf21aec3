package org.oqiga.store;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.oqiga.store.TimelineRepository.Step;

/**
 * Adds up counts of incidents by time and type into the steps of a timeline; to have the database sort the counts and string
 * them together takes several times as long.
 */
final class Steps {

    // 2022-01, 2022-01-05 and 2022-01-05 16:00
    private static final int MONTH_LENGTH = 7;
    private static final int DAY_LENGTH = 10;
    private static final int MINUTE_LENGTH = 16;

    private static final int[] BY_NAME = IntStream.range(0, TileRepository.TYPES.size())
            .boxed()
            .sorted(Comparator.comparing(TileRepository.TYPES::get))
            .mapToInt(Integer::intValue)
            .toArray();

    private final Step step;
    private final TreeMap<String, long[]> counts = new TreeMap<>();

    Steps(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }

    /** Adds the incidents of a type that began at {@code time}, which is as PostgreSQL writes it, such as {@code 2022-01-05 16:00:00}. */
    void add(String time, String type, long n) {
        of(time)[TileRepository.TYPES.indexOf(type)] += n;
    }

    /** Adds a number for each type, in their order and with commas between; of {@code wanted} alone, unless these are none. */
    void add(String time, String numbers, Set<String> wanted) {
        var sums = of(time);
        int type = 0;
        for (var number : numbers.split(",")) {
            if (wanted.isEmpty() || wanted.contains(TileRepository.TYPES.get(type))) {
                sums[type] += Long.parseLong(number);
            }
            type++;
        }
    }

    private long[] of(String time) {
        return counts.computeIfAbsent(begin(time), begin -> new long[TileRepository.TYPES.size()]);
    }

    /** When the step begins that a time is in. */
    private String begin(String time) {
        var day = time.substring(0, DAY_LENGTH);
        return switch (step) {
            case HOUR -> day + 'T' + time.substring(DAY_LENGTH + 1, MINUTE_LENGTH);
            case DAY -> day;
            case WEEK -> LocalDate.parse(day)
                    .with(previousOrSame(DayOfWeek.MONDAY))
                    .toString();
            case MONTH -> day.substring(0, MONTH_LENGTH) + "-01";
        };
    }

    /** A JSON array of the steps in which there was something, each with its total and its counts by type. */
    String json() {
        var json = new StringBuilder(counts.size() * 256 + 2).append('[');
        counts.forEach((begin, sums) -> {
            long total = Arrays.stream(sums).sum();
            if (total > 0) {
                json.append(json.length() > 1 ? "," : "")
                        .append("{\"start\":\"")
                        .append(begin);
                json.append("\",\"total\":").append(total).append(",\"types\":{");
                append(json, sums);
                json.append("}}");
            }
        });
        return json.append(']').toString();
    }

    // types are words of ours: nothing in them has to be escaped
    private static void append(StringBuilder json, long[] sums) {
        boolean first = true;
        for (int type : BY_NAME) {
            if (sums[type] > 0) {
                json.append(first ? "\"" : ",\"").append(TileRepository.TYPES.get(type));
                json.append("\":").append(sums[type]);
                first = false;
            }
        }
    }
}
