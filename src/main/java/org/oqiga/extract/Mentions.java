package org.oqiga.extract;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.geoparse.Resolution;
import org.oqiga.geoparse.Toponym.Role;

/** The places a text names, by word, and the country it is about. */
final class Mentions {

    /** A second country counts as one the report is about from this share of the names on. */
    private static final double ALSO_ABOUT = 0.4;

    /** The words that open a report and say most surely what it is about. */
    private static final int LEDE = 60;

    private static final double CAPITAL_CONFIDENCE = 0.8;

    /** So many people make a place known abroad. */
    private static final int WELL_KNOWN = 100_000;

    /** A name in the title counts as so many in the text. */
    private static final double TITLED = 3;

    private final Towns towns;
    private final List<Mention> all;
    private final Gazetteer gazetteer;
    private final Map<String, Double> weights = new HashMap<>();
    private final String country;
    private final boolean digest;

    private Mentions(List<Mention> all, String title, List<Place> titled, Tagged text, Gazetteer gazetteer) {
        this.all = all;
        this.gazetteer = gazetteer;
        this.towns = new Towns(gazetteer);
        int words = text.size();
        var actors = actors(text);
        int led = text.lexicon().wordClass("LED_BY");
        for (var mention : all) {
            boolean leads = mention.role() == Role.DEMONYM && text.any(mention.to(), mention.to() + 1, led);
            double weight =
                    switch (mention.role()) {
                        case LOCATION -> mention.isCountry() ? 2 : 1.5;
                        case DEMONYM -> leads ? 0.25 : 1;
                        case SEAT, DATELINE -> 0.5;
                        case BYLINE -> 0;
                    };
            boolean inLede = mention.from() < Math.min(LEDE, words / 3);
            boolean inTitle =
                    Towns.titled(title, text.words().printed(mention.from())) && !actors.contains(mention.place());
            double times = inTitle ? TITLED : inLede ? 2 : 1;
            weights.merge(mention.place().parents().country(), times * weight, Double::sum);
            boolean local = !mention.isCountry() && mention.role() != Role.BYLINE && mention.role() != Role.DATELINE;
            if (local && mention.place().level() != PlaceLevel.REGION) {
                towns.add(mention.place(), times, inTitle);
            }
        }
        towns.head(titled, TITLED);
        this.digest =
                all.stream().filter(mention -> mention.role() == Role.DATELINE).count() > 1;
        this.country = weights.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Reads the settled names, and "the capital" as the capital of the country the report is about. */
    static Mentions of(
            Tagged text, List<Resolution> resolutions, String title, List<Resolution> ofTitle, Gazetteer gazetteer) {
        var towns = ofTitle.stream()
                .flatMap(resolution -> resolution.place().stream())
                .filter(place -> place.level() == PlaceLevel.TOWN)
                .distinct()
                .toList();
        List<Mention> all = new ArrayList<>();
        for (var resolution : resolutions) {
            if (resolution instanceof Resolution.Settled settled) {
                var toponym = settled.toponym();
                int from = text.words().wordAt(toponym.start());
                int to = Math.max(from + 1, text.words().wordAt(toponym.end()));
                all.add(new Mention(settled.where(), toponym.role(), from, to, settled.confidence()));
            }
        }
        all.sort(Comparator.comparingInt(Mention::from));
        var first = new Mentions(all, title, towns, text, gazetteer);
        var places = first.places();
        boolean strayed = all.removeIf(mention -> first.strays(mention, places));
        var named = strayed ? new Mentions(all, title, towns, text, gazetteer) : first;
        int stated = all.size();
        var behind = named.behindTheCountry();
        int largest = text.lexicon().wordClass("LARGEST");
        var city = gazetteer.largestTown(named.country());
        for (int i = 1; i < text.size() && city.isPresent(); i++) {
            if (text.is(i, largest) && !text.is(i - 1, largest)) {
                all.add(new Mention(city.get(), Role.LOCATION, i, i + 1, CAPITAL_CONFIDENCE));
            }
        }
        var capital = gazetteer.capital(named.country());
        if (capital.isEmpty()) {
            return named;
        }
        int wordClass = text.lexicon().wordClass("CAPITAL");
        int noun = text.lexicon().wordClass("CAPITAL_OF");
        for (int i = 0; i < text.size(); i++) {
            boolean alone = text.is(i, wordClass)
                    && (i == 0 || !text.is(i - 1, wordClass))
                    && !text.any(i, i + 3, text.lexicon().wordClass("CAPITAL_NOT"));
            if (alone || (text.is(i, noun) && ofTheCountry(text, i, behind))) {
                all.add(new Mention(capital.get(), Role.LOCATION, i, i + 1, CAPITAL_CONFIDENCE));
            }
        }
        if (all.size() == stated) {
            return named;
        }
        all.sort(Comparator.comparingInt(Mention::from));
        return new Mentions(all, title, towns, text, gazetteer);
    }

    /** The governments that the headline has say or do something: "Moscow said yes" is not about Moscow. */
    private Set<Place> actors(Tagged text) {
        Set<Place> actors = new HashSet<>();
        for (var mention : all) {
            if (!text.headline(mention.from())) {
                break;
            }
            if (mention.role() == Role.SEAT) {
                actors.add(mention.place());
            }
        }
        return actors;
    }

    /** The distinct places named, by their country. */
    private Map<String, Set<Place>> places() {
        Map<String, Set<Place>> places = new HashMap<>();
        for (var mention : all) {
            places.computeIfAbsent(mention.place().parents().country(), of -> new HashSet<>())
                    .add(mention.place());
        }
        return places;
    }

    /** Whether the name is a small place's in a country that nothing else in the report speaks of: some other word, most likely. */
    private boolean strays(Mention mention, Map<String, Set<Place>> places) {
        var place = mention.place();
        String of = place.parents().country();
        return !mention.isCountry()
                && mention.role() == Role.LOCATION
                && place.population() < WELL_KNOWN
                && !of.isEmpty()
                && !of.equals(country)
                && places.get(of).size() == 1;
    }

    /** The words behind which the country stands that the report is about. */
    private BitSet behindTheCountry() {
        var behind = new BitSet();
        for (var mention : all) {
            if (mention.isCountry() && mention.place().parents().country().equals(country)) {
                behind.set(mention.to());
            }
        }
        return behind;
    }

    /** Whether the country the report is about stands before the word: "the Sudanese capital", "Sudan's capital". */
    private static boolean ofTheCountry(Tagged text, int word, BitSet behind) {
        boolean owned = word > 0 && text.is(word - 1, text.lexicon().wordClass("POSSESSIVE"));
        return behind.get(word) || owned && behind.get(word - 1);
    }

    /** The town of the title that is named most, else the one that most of the local names mean, where there is one. */
    Optional<Place> mainTown() {
        return towns.main(this::about);
    }

    /** The town that is named most, where a good part of the local names mean it. */
    Optional<Place> usual() {
        return towns.usual(this::about);
    }

    /**
     * The town of the one dateline of a report: what it tells of happened there rather than all over the country, unless that is
     * where only the government sits.
     */
    Optional<Place> seat() {
        return digest
                ? Optional.empty()
                : all.stream()
                        .filter(mention -> mention.role() == Role.DATELINE && !mention.isCountry())
                        .map(Mention::place)
                        .filter(place -> about(place) && !isOnlyCapital(place))
                        .findFirst();
    }

    private boolean isOnlyCapital(Place place) {
        return gazetteer.capital(country).filter(place::equals).isPresent()
                && gazetteer.largestTown(country).filter(place::equals).isEmpty();
    }

    /** The country the report is about as ISO code; empty where it names none. */
    String country() {
        return country;
    }

    /** Whether the report is about the country the place lies in. */
    boolean about(Place place) {
        String of = place.parents().country();
        return of.isEmpty()
                || of.equals(country)
                || weights.getOrDefault(of, 0.0) >= ALSO_ABOUT * weights.getOrDefault(country, 0.0) * 2;
    }

    /** The mentions within words {@code from} to {@code to}, the last excluded. */
    List<Mention> within(int from, int to) {
        int first = Dates.firstAt(all, Mention::from, from);
        return all.subList(first, Math.max(first, Dates.firstAt(all, Mention::from, to)));
    }

    /** Whether something may have happened there: it is named as a location, or its name marks something in it. */
    boolean usable(Mention mention) {
        if (mention.place().parents().country().isEmpty()) {
            // a continent or a sea says where something happened no better than nothing at all
            return false;
        }
        return mention.role() == Role.LOCATION
                || (!mention.isCountry()
                        && mention.role() != Role.BYLINE
                        && mention.role() != Role.DATELINE
                        && about(mention.place()));
    }

    /**
     * The place smaller than a country that the words are about: one that stands in front, as the theme does, else the last one
     * named. The datelines of a digest count, the one dateline of a report does not.
     */
    Optional<Place> local(int from, int to, Predicate<Mention> where) {
        Optional<Place> last = Optional.empty();
        for (var mention : within(from, to)) {
            boolean stated = mention.confidence() != CAPITAL_CONFIDENCE;
            boolean wider = last.isPresent() && gazetteer.contains(mention.place(), last.get());
            boolean heads = digest && mention.role() == Role.DATELINE;
            if (stated
                    && (heads || usable(mention))
                    && where.test(mention)
                    && !mention.isCountry()
                    && about(mention.place())
                    && !wider) {
                last = Optional.of(mention.place());
                if (mention.from() <= from + 1 && mention.place().level() != PlaceLevel.REGION) {
                    return last;
                }
            }
        }
        return last;
    }
}
