package org.oqiga.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.oqiga.incident.Verdict;

/** What people decided about tellings: which are the same, and which must not be joined. Where two contradict, the later holds. */
final class Decided {

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, Set<String>> apart = new HashMap<>();
    private final Map<String, Long> decisions = new HashMap<>();

    Decided(List<Verdict> verdicts) {
        var latestFirst = new ArrayList<>(verdicts);
        latestFirst.sort(Comparator.comparingLong(Verdict::decision).reversed());
        for (var verdict : latestFirst) {
            var one = group(verdict.one());
            var other = group(verdict.other());
            if (!verdict.same()) {
                if (one != other) {
                    apart.computeIfAbsent(verdict.one(), any -> new TreeSet<>()).add(verdict.other());
                    apart.computeIfAbsent(verdict.other(), any -> new TreeSet<>())
                            .add(verdict.one());
                }
            } else if (one != other && one.stream().noneMatch(id -> areApart(id, other))) {
                one.addAll(other);
                other.forEach(id -> groups.put(id, one));
                decisions.merge(verdict.one(), verdict.decision(), Math::max);
                decisions.merge(verdict.other(), verdict.decision(), Math::max);
            }
        }
    }

    /** All that are the same as this one, itself among them. */
    Set<String> group(String telling) {
        return groups.computeIfAbsent(telling, id -> new TreeSet<>(Set.of(id)));
    }

    /** Whether one of these must not be joined with one of those. */
    boolean areApart(Set<String> these, Set<String> those) {
        return these.stream().anyMatch(id -> areApart(id, those));
    }

    /** The decision that made a telling the same as others. */
    OptionalLong decision(String telling) {
        var decision = decisions.get(telling);
        return decision == null ? OptionalLong.empty() : OptionalLong.of(decision);
    }

    private boolean areApart(String telling, Set<String> those) {
        return apart.getOrDefault(telling, Set.of()).stream().anyMatch(those::contains);
    }
}
