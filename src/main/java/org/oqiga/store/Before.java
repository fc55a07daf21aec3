package org.oqiga.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.oqiga.incident.Incident;

/**
 * A telling as it stood in the store before its report was read again.
 *
 * @param incidentId what it was taken for
 * @param quote the first sentence that it was shown with
 */
record Before(String id, Optional<String> incidentId, Block block, String quote) {

    /** What makes a telling recognisably the same under other rules or in a changed text, the surest first. */
    private static final List<BiPredicate<Before, Incident>> SIGNS = List.of(
            (before, now) -> before.id.equals(now.id()) && before.isOfType(now) && before.isAt(now),
            (before, now) -> before.isOfType(now) && before.isAt(now) && before.sharesSentence(now),
            (before, now) -> before.isOfType(now) && before.isAt(now) && before.sharesDay(now),
            (before, now) -> before.isOfType(now) && before.sharesDay(now) && before.sharesSentence(now),
            (before, now) -> before.isAt(now) && before.sharesDay(now) && before.sharesSentence(now));

    /** For each telling that was there before, in whatever reading, how it stood; each is recognised once. */
    static Map<Incident, Before> recognised(List<Incident> told, List<Before> before) {
        Map<Incident, Before> known = new IdentityHashMap<>();
        var left = new ArrayList<>(before);
        for (int sign = 0; sign < SIGNS.size() && !left.isEmpty(); sign++) {
            var shown = SIGNS.get(sign);
            // from the third sign on there may be several that fit, and then none is recognisable
            boolean sure = sign < 2;
            var taken = new HashSet<Before>();
            for (var now : told) {
                if (!known.containsKey(now)) {
                    var fitting = left.stream()
                            .filter(it -> !taken.contains(it) && shown.test(it, now))
                            .toList();
                    boolean single = fitting.size() == 1
                            && told.stream()
                                            .filter(it -> !known.containsKey(it) && shown.test(fitting.get(0), it))
                                            .count()
                                    == 1;
                    if (single || (sure && !fitting.isEmpty())) {
                        known.put(now, fitting.get(0));
                        taken.add(fitting.get(0));
                    }
                }
            }
            left.removeAll(taken);
        }
        return known;
    }

    private boolean isOfType(Incident now) {
        return block.type().equals(now.type().label());
    }

    private boolean isAt(Incident now) {
        return block.placeId().equals(now.place().id());
    }

    private boolean sharesDay(Incident now) {
        return !block.first().isAfter(now.period().lastDay())
                && !now.period().firstDay().isAfter(block.last());
    }

    /** By its words, for another version of a text has other offsets. */
    private boolean sharesSentence(Incident now) {
        var other = now.sources().get(0).quote().text();
        return quote.contains(other) || other.contains(quote);
    }
}
