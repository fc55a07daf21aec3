package org.oqiga.geoparse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.geoparse.Toponym.Role;
import org.oqiga.report.Words;

/** Tells what each name does in its sentence. In doubt it is a place where things can happen. */
final class Roles {

    private static final int COUNTRIES_IN_A_ROW = 3;
    private static final int OWNED_WITHIN = 3;
    private static final int LONGEST_OFFICE = 7;

    private final Words words;
    private final Lexicon lexicon;
    private final Datelines datelines;

    Roles(Words words, Lexicon lexicon, Datelines datelines) {
        this.words = words;
        this.lexicon = lexicon;
        this.datelines = datelines;
    }

    /** The role of each mention, given the place it was settled on where there is one. */
    Map<Mention, Role> of(List<Mention> mentions, Map<Mention, Place> places) {
        var roles = new LinkedHashMap<Mention, Role>();
        Mention previous = null;
        for (Mention mention : mentions) {
            Role role = one(mention, places.get(mention));
            boolean row = previous != null && inARow(previous, mention);
            if (row
                    && role == Role.LOCATION
                    && roles.get(previous) == Role.SEAT
                    && isCountry(places.get(mention))
                    && !isOrganisation(previous)) {
                role = Role.SEAT;
            }
            if (previous != null
                    && roles.get(previous) == Role.DATELINE
                    && (row || isRightBehind(previous, mention))
                    && isLarger(places.get(mention), places.get(previous))) {
                role = Role.DATELINE;
            }
            roles.put(mention, role);
            previous = mention;
        }
        rowsOfCountries(mentions, places, roles);
        return roles;
    }

    private Role one(Mention mention, @Nullable Place place) {
        if (mention.kind() == Mention.Kind.DEMONYM) {
            return Role.DEMONYM;
        }
        if (datelines.dateline(mention.from())) {
            return Role.DATELINE;
        }
        if (datelines.byline(mention.from()) || isMedium(mention)) {
            return Role.BYLINE;
        }
        int to = mention.to();
        boolean dotted =
                to + 1 < words.size() && words.printed(to).equals("-") && words.joined(to) && words.joined(to + 1);
        int tied = dotted ? to + 1 : to; // in "U.S.-led" the hyphen is a word
        if ((dotted || to < words.size() && words.hyphened(to)) && lexicon.is(Cue.HYPHENATED, words, tied)) {
            return Role.DEMONYM;
        }
        if (isOrganisation(mention) || lexicon.after(Cue.TIME, words, to) > to) {
            return Role.SEAT;
        }
        if (isBeyondCountries(place) && !lexicon.before(Cue.IN, words, beforeArticle(mention))) {
            return Role.SEAT;
        }
        boolean seat = lexicon.seat(mention.key()) && place != null && place.level() == PlaceLevel.TOWN;
        return isCountry(place) && actsAsCountry(mention) || seat && actsAsSeat(mention) ? Role.SEAT : Role.LOCATION;
    }

    /** "Fars news agency", "Air Astana": a name that stands for no place at all. */
    private boolean isMedium(Mention mention) {
        return lexicon.after(Cue.MEDIUM, words, mention.to()) > mention.to()
                || lexicon.before(Cue.COMPANY_BEFORE, words, mention.from()) && words.capital(mention.from() - 1);
    }

    /** "BISHKEK Kyrgyzstan The …", as scrapers leave it. */
    private boolean isRightBehind(Mention previous, Mention mention) {
        return previous.to() == mention.from() && words.sentence(previous.from()) == words.sentence(mention.from());
    }

    private static boolean isLarger(@Nullable Place one, @Nullable Place other) {
        return one != null
                && other != null
                && one.level().compareTo(other.level()) > 0
                && Focus.country(one).equals(Focus.country(other));
    }

    /** Whether nothing can happen all over it: a continent, the Middle East. */
    private static boolean isBeyondCountries(@Nullable Place place) {
        return place != null
                && place.level() == PlaceLevel.REGION
                && place.parents().country().isEmpty();
    }

    private static boolean isCountry(@Nullable Place place) {
        return place != null
                && (place.level() == PlaceLevel.COUNTRY
                        || place.parents().country().isEmpty() && place.level() == PlaceLevel.REGION);
    }

    private boolean isOrganisation(Mention mention) {
        int to = mention.to();
        if (to < words.size() && words.capital(to) && words.sentence(to) == words.sentence(to - 1)) {
            if (lexicon.after(Cue.FACILITY, words, to) > to) {
                return false;
            }
            if (lexicon.after(Cue.ORGANISATION, words, to) > to) {
                return true;
            }
        }
        return ofAnOrganisation(mention.from());
    }

    /** "Bank of …", "Ministry of Internal Affairs of …". */
    private boolean ofAnOrganisation(int from) {
        if (from < 2 || !lexicon.is(Cue.OF, words, from - 1)) {
            return false;
        }
        for (int i = from - 2; i >= Math.max(0, from - LONGEST_OFFICE); i--) {
            if (words.capital(i) && lexicon.is(Cue.ORGANISATION, words, i)) {
                return true;
            }
            if (!words.capital(i) && !lexicon.is(Cue.OF, words, i) && !lexicon.is(Cue.AND, words, i)) {
                return false;
            }
        }
        return false;
    }

    private boolean actsAsCountry(Mention mention) {
        return lexicon.before(Cue.WITH, words, beforeArticle(mention))
                || lexicon.before(Cue.RULES, words, beforeArticle(mention))
                || owns(mention)
                || actsAsSubject(mention);
    }

    private boolean actsAsSeat(Mention mention) {
        return lexicon.before(Cue.WITH, words, mention.from()) && !lexicon.is(Cue.BETWEEN, words, mention.from() - 1)
                || owns(mention)
                || actsAsSubject(mention);
    }

    private int beforeArticle(Mention mention) {
        int from = mention.from();
        return from > 0 && words.folded(from - 1).equals("the") ? from - 1 : from;
    }

    /** "Armenia's prime minister". */
    private boolean owns(Mention mention) {
        int to = mention.to();
        if (to < words.size() && words.joined(to) && words.folded(to).startsWith("'")) {
            to++;
        }
        for (int i = to; i < Math.min(words.size(), to + OWNED_WITHIN) && words.speaks(i); i++) {
            if (lexicon.after(Cue.OWNED, words, i) > i) {
                return true;
            }
            if (to == mention.to()) {
                return false;
            }
        }
        return false;
    }

    /** "Moscow and its allies said": a verb of governments follows, and no preposition makes the name a place. */
    private boolean actsAsSubject(Mention mention) {
        int from = beforeArticle(mention);
        if (lexicon.before(Cue.IN, words, from)
                || lexicon.before(Cue.TOWARD, words, from) && !lexicon.is(Cue.AND, words, from - 1)) {
            return false;
        }
        for (int i = mention.to(); i < Math.min(words.size(), mention.to() + 5); i++) {
            if (lexicon.after(Cue.GOVERNMENT_VERB, words, i) > i) {
                return true;
            }
            boolean carriesOn = lexicon.is(Cue.AND, words, i) || lexicon.is(Cue.ADVERB, words, i) || i > mention.to();
            if (!carriesOn || !words.speaks(i)) {
                return false;
            }
        }
        return false;
    }

    private boolean inARow(Mention one, Mention next) {
        int gap = next.from() - one.to();
        if (gap < 1 || gap > 3) {
            return false;
        }
        for (int i = one.to(); i < next.from(); i++) {
            if (!words.printed(i).equals(",")
                    && !lexicon.is(Cue.AND, words, i)
                    && !words.folded(i).equals("the")) {
                return false;
            }
        }
        return true;
    }

    /** Three and more countries in a row are members or parties, unless a preposition of place leads the row. */
    private void rowsOfCountries(List<Mention> mentions, Map<Mention, Place> places, Map<Mention, Role> roles) {
        for (int start = 0, end; start < mentions.size(); start = end) {
            end = start + 1;
            while (end < mentions.size()
                    && isCountry(places.get(mentions.get(start)))
                    && isCountry(places.get(mentions.get(end)))
                    && inARow(mentions.get(end - 1), mentions.get(end))) {
                end++;
            }
            if (end - start >= COUNTRIES_IN_A_ROW
                    && !lexicon.before(Cue.IN, words, mentions.get(start).from())) {
                mentions.subList(start, end).forEach(mention -> roles.replace(mention, Role.LOCATION, Role.SEAT));
            }
        }
    }
}
