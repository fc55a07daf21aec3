package org.oqiga.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oqiga.dating.Dated;

/** Lists of places that have a date each: "in Almaty on Wednesday and in Taraz on Thursday", "on 4 January in Almaty, on the 5th in Taraz". */
final class Series {

    private final Tagged text;
    private final Dates dates;
    private final int and;

    Series(Tagged text, Dates dates) {
        this.text = text;
        this.dates = dates;
        this.and = text.lexicon().wordClass("AND");
    }

    /** The date of each place of a list, in their order; nothing where fewer than two have one of their own. */
    List<Optional<Dated>> dates(Lead lead, List<Mention> places) {
        var own = new ArrayList<Optional<Dated>>();
        for (int i = 0; i < places.size(); i++) {
            int from = i == 0
                    ? text.clauseStart(Math.min(lead.from(), places.get(0).from()))
                    : start(places, i);
            int to = i + 1 < places.size()
                    ? start(places, i + 1)
                    : text.clauseEnd(places.get(i).from());
            own.add(dates.within(from, to).stream().findFirst());
        }
        if (own.stream().flatMap(Optional::stream).count() < 2) {
            return List.of();
        }
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).isEmpty()) {
                own.set(i, nearest(own, places, i));
            }
        }
        return own;
    }

    /** "In Almaty and Taraz on Wednesday and in Aktobe on Thursday": the next one's, but the one's before where dates stand before places. */
    private Optional<Dated> nearest(List<Optional<Dated>> own, List<Mention> places, int place) {
        int next = place + 1;
        while (next < own.size() && own.get(next).isEmpty()) {
            next++;
        }
        boolean behind = next < own.size()
                && own.get(next).get().start()
                        > text.words().start(places.get(next).from());
        if (place > 0 && !behind) {
            return own.get(place - 1);
        }
        return next < own.size() ? own.get(next) : Optional.empty();
    }

    /** Where what is told of a place but the first begins: behind the comma or the "and" before it. */
    private int start(List<Mention> places, int place) {
        int from = places.get(place).from();
        int last = places.get(place - 1).to();
        for (int i = from - 1; i >= last; i--) {
            if (text.is(i, and) || ",;".contains(text.words().folded(i))) {
                return i + 1;
            }
        }
        return from;
    }
}
