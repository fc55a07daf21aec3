package org.oqiga.geoparse;

import java.util.List;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;

/** Says in words why a place was taken or left. */
final class Reasons {

    private static final double ABOUT = 0.35;

    private Reasons() {}

    static String forIt(Mention mention, Resolver.Scored best, List<Resolver.Scored> all, Focus focus) {
        Place place = best.place();
        String spelling = mention.kind() == Mention.Kind.MISSPELT ? "; the report misspells it" : "";
        if (mention.kind() == Mention.Kind.DEMONYM) {
            return "the word for what belongs to " + place.name();
        }
        if (mention.kind() == Mention.Kind.ALIAS) {
            return "another way to write " + place.name();
        }
        if (best.stated().isPresent()) {
            return (best.elsewhere() ? "elsewhere the report puts it in " : "the report puts it in ")
                    + best.stated().get().name()
                    + spelling;
        }
        if (!mention.candidates().contains(place)) {
            return "a place in " + place.name() + " that the gazetteer does not know, so the whole of it stands for it";
        }
        if (all.size() == 1) {
            return "the only place of that name in the gazetteer" + spelling;
        }
        if (place.level() == PlaceLevel.COUNTRY) {
            return "the country of that name";
        }
        if (focus.countryShare(place) >= ABOUT) {
            return "largest place of that name in the country the report is about" + spelling;
        }
        return "best known place of that name" + spelling;
    }

    static String against(Resolver.Scored other, Resolver.Scored best, Focus focus) {
        if (best.stated().isPresent() && other.stated().isEmpty()) {
            return "not in " + best.stated().get().name() + ", where the report puts it";
        }
        boolean same = Focus.country(other.place()).equals(Focus.country(best.place()));
        if (!same && focus.countryShare(best.place()) > focus.countryShare(other.place())) {
            return "in a country the report says less of";
        }
        if (other.place().population() < best.place().population()) {
            return "less known";
        }
        return "fits the report less";
    }
}
