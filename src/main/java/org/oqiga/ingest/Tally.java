package org.oqiga.ingest;

import java.util.EnumMap;
import java.util.Map;
import org.oqiga.extract.Extraction;
import org.oqiga.extract.Skip;

/**
 * What came of a run of reports.
 *
 * @param stored reports that were new or had changed
 * @param again reports that other rules had read
 * @param unchanged reports that were there already, word for word
 * @param failed reports that could not be read
 * @param incidents incidents that the stored reports tell, each report counted for itself
 * @param skips leads that came to nothing, by their reason
 */
public record Tally(int stored, int again, int unchanged, int failed, int incidents, Map<Skip.Reason, Integer> skips) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, Map.of());

    static final Tally KNOWN = new Tally(0, 0, 1, 0, 0, Map.of());
    static final Tally FAILED = new Tally(0, 0, 0, 1, 0, Map.of());

    public Tally {
        skips = Map.copyOf(skips);
    }

    /** Of one report that was stored; {@code again} is whether it was there already. */
    static Tally of(Extraction read, boolean again) {
        var skips = new EnumMap<Skip.Reason, Integer>(Skip.Reason.class);
        read.skips().forEach(skip -> skips.merge(skip.reason(), 1, Integer::sum));
        return new Tally(again ? 0 : 1, again ? 1 : 0, 0, 0, read.incidents().size(), skips);
    }

    /** How many reports there were in all. */
    public int reports() {
        return stored + again + unchanged + failed;
    }

    /** Both runs as one. */
    public Tally plus(Tally other) {
        var both = new EnumMap<Skip.Reason, Integer>(Skip.Reason.class);
        both.putAll(skips);
        other.skips.forEach((reason, count) -> both.merge(reason, count, Integer::sum));
        return new Tally(
                stored + other.stored,
                again + other.again,
                unchanged + other.unchanged,
                failed + other.failed,
                incidents + other.incidents,
                both);
    }
}
