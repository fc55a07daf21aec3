package org.oqiga.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.oqiga.incident.Incident;

/** Where neighbours are looked for: tellings of other types or places are never the same incident. */
public record Block(String type, String placeId, LocalDate first, LocalDate last) {

    private static final Comparator<Block> ORDER =
            Comparator.comparing(Block::type).thenComparing(Block::placeId).thenComparing(Block::first);

    /** The one that a telling lies in. */
    static Block of(Incident telling) {
        return new Block(
                telling.type().label(),
                telling.place().id(),
                telling.period().firstDay(),
                telling.period().lastDay());
    }

    /** The same blocks, those that share a day as one. */
    static List<Block> merged(Collection<Block> blocks) {
        var merged = new ArrayList<Block>();
        for (var block : blocks.stream().sorted(ORDER).toList()) {
            int end = merged.size() - 1;
            if (end >= 0 && merged.get(end).isMetBy(block)) {
                merged.set(end, merged.get(end).with(block.first, block.last));
            } else {
                merged.add(block);
            }
        }
        return merged;
    }

    private boolean isMetBy(Block later) {
        return type.equals(later.type) && placeId.equals(later.placeId) && !later.first.isAfter(last);
    }

    /** With these days too. */
    Block with(LocalDate from, LocalDate to) {
        return new Block(type, placeId, from.isBefore(first) ? from : first, to.isAfter(last) ? to : last);
    }
}
