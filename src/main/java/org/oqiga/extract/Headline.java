package org.oqiga.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** How a lead is put in one English line, and who took part, from the glosses of the lexicon. */
final class Headline {

    /** {@code {CLASS:default}} in a rule's title. */
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+):([^}]*)}");

    private static final List<String> ACTORS = List.of("CROWD", "FORCES", "OFFICIAL");
    private static final int MAX_ACTORS = 3;

    private final Tagged text;

    Headline(Tagged text) {
        this.text = text;
    }

    /** "Protesters storm the city hall in Almaty". */
    String of(Lead lead, Place place) {
        String title = lead.rule().title().orElse(lead.rule().type().label());
        var filled = new StringBuilder();
        Matcher slot = SLOT.matcher(title);
        while (slot.find()) {
            String gloss = nearest(lead, slot.group(1));
            slot.appendReplacement(filled, Matcher.quoteReplacement(gloss.isEmpty() ? slot.group(2) : gloss));
        }
        slot.appendTail(filled);
        filled.append(where(place));
        return filled.substring(0, 1).toUpperCase(Locale.ROOT) + filled.substring(1);
    }

    private static String where(Place place) {
        return (place.level() == PlaceLevel.SITE ? " at " : " in ") + place.name();
    }

    /** Those who took part, as short English words. */
    List<String> actors(Lead lead) {
        var found = new LinkedHashSet<String>();
        for (String name : ACTORS) {
            String gloss = nearest(lead, name);
            if (!gloss.isEmpty() && found.size() < MAX_ACTORS) {
                found.add(gloss);
            }
        }
        return new ArrayList<>(found);
    }

    /** The gloss of the nearest word of the class in reach of the lead, empty where there is none. */
    private String nearest(Lead lead, String className) {
        int wordClass = text.lexicon().wordClass(className);
        int from = text.reachBefore(lead.from());
        int to = text.reachAfter(lead.to() - 1);
        for (int distance = 0; distance <= Tagged.REACH; distance++) {
            for (int i : new int[] {lead.from() - distance, lead.to() - 1 + distance}) {
                if (i >= from && i < to && text.is(i, wordClass)) {
                    return text.gloss(i, wordClass).orElse("");
                }
            }
        }
        return "";
    }
}
