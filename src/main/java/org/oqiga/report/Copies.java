package org.oqiga.report;

import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which reports print the same text; the one published first is taken for the original, whoever wrote it. */
public final class Copies {

    /** A report as far as copies are concerned. */
    public record Text(String report, Optional<LocalDate> published, Sketch sketch) {}

    private static final Comparator<Text> ORDER = Comparator.comparing(
                    (Text text) -> text.published().orElse(LocalDate.MAX))
            .thenComparing(Text::report);

    private Copies() {}

    /** The original of each copy, by the reports' names; originals and texts that stand alone are not in it. */
    public static Map<String, String> originals(List<Text> texts) {
        var ordered = new ArrayList<>(texts);
        ordered.sort(ORDER);
        int[] groups = new int[ordered.size()];
        Map<Long, List<Integer>> bearers = new HashMap<>();
        Map<LongBuffer, Integer> seen = new HashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            groups[i] = i;
            var sketch = ordered.get(i).sketch();
            // what is the same throughout is like the same texts, so that ten thousand of them need no comparing
            var same = sketch.isSameTextAs(sketch) ? seen.putIfAbsent(LongBuffer.wrap(sketch.hashes()), i) : null;
            if (same != null) {
                groups[i] = group(groups, same);
                continue;
            }
            var alike = new HashSet<Integer>();
            for (long hash : sketch.hashes()) {
                var before = bearers.computeIfAbsent(hash, any -> new ArrayList<>());
                alike.addAll(before);
                before.add(i);
            }
            for (int other : alike) {
                if (sketch.isSameTextAs(ordered.get(other).sketch())) {
                    int a = group(groups, i);
                    int b = group(groups, other);
                    groups[Math.max(a, b)] = Math.min(a, b);
                }
            }
        }
        Map<String, String> originals = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            int first = group(groups, i);
            if (first != i) {
                originals.put(ordered.get(i).report(), ordered.get(first).report());
            }
        }
        return originals;
    }

    private static int group(int[] groups, int of) {
        int at = of;
        while (groups[at] != at) {
            at = groups[at];
        }
        return at;
    }
}
