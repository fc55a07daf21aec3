package org.oqiga.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** How a lead is put in one English line, and who took part, from the glosses of the lexicon. */
final class Headline {

    private static final List<String> ACTORS = List.of("CROWD", "FORCES", "OFFICIAL");
    private static final int MAX_ACTORS = 3;

    private final Tagged text;
    private final int[] actors;

    Headline(Tagged text) {
        this.text = text;
        this.actors = ACTORS.stream().mapToInt(text.lexicon()::wordClass).toArray();
    }

    /** "Protesters storm the city hall in Almaty". */
    String of(Lead lead, Place place) {
        String title = lead.rule().title().orElse(lead.rule().type().label());
        var filled = new StringBuilder();
        int at = 0;
        // {CLASS:default}
        for (int slot = title.indexOf('{'); slot >= 0; slot = title.indexOf('{', at)) {
            int colon = title.indexOf(':', slot);
            int end = title.indexOf('}', colon);
            String gloss = nearest(lead, text.lexicon().wordClass(title.substring(slot + 1, colon)));
            filled.append(title, at, slot).append(gloss.isEmpty() ? title.substring(colon + 1, end) : gloss);
            at = end + 1;
        }
        filled.append(title, at, title.length());
        filled.append(where(place));
        return filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1);
    }

    private static String where(Place place) {
        return (place.level() == PlaceLevel.SITE ? " at " : " in ") + place.name();
    }

    /** Those who took part, as short English words. */
    List<String> actors(Lead lead) {
        var found = new LinkedHashSet<String>();
        for (int actor : actors) {
            String gloss = nearest(lead, actor);
            if (!gloss.isEmpty() && found.size() < MAX_ACTORS) {
                found.add(gloss);
            }
        }
        return new ArrayList<>(found);
    }

    /** The gloss of the nearest word of the class in reach of the lead, empty where there is none. */
    private String nearest(Lead lead, int wordClass) {
        int from = text.reachBefore(lead.from());
        int to = text.reachAfter(lead.to() - 1);
        for (int distance = 0; distance <= Tagged.REACH; distance++) {
            int before = lead.from() - distance;
            if (before >= from && text.is(before, wordClass)) {
                return text.gloss(before, wordClass).orElse("");
            }
            int behind = lead.to() - 1 + distance;
            if (behind < to && text.is(behind, wordClass)) {
                return text.gloss(behind, wordClass).orElse("");
            }
        }
        return "";
    }
}
