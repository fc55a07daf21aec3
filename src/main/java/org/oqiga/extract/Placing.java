package org.oqiga.extract;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.IncidentType;

/** Where a lead happened: the place its clause names, else its sentence, else its passage, else the report's country. */
final class Placing {

    /** How a lead came by its places. */
    enum Basis {
        CLAUSE,
        SENTENCE,
        PASSAGE,
        COUNTRY,
        ABROAD,
        NONE
    }

    /** {@code named} are the names of the places, in the same order; none where no name stands for them. */
    record Placed(List<Place> places, Basis basis, List<Mention> named) {

        Placed(List<Place> places, Basis basis) {
            this(places, basis, List.of());
        }
    }

    /** How near, in words, a place must stand to what is usually of the whole country. */
    private static final int BESIDE = 7;

    /** How many times as far it may stand from one measure of an emergency of several: "an emergency for A, with a curfew". */
    private static final int WITH = 5;

    /** How many words behind a lead say at once that it was so everywhere. */
    private static final int RIGHT_BEHIND = 3;

    /** So many people make a town abroad where a protest in answer to the report's story is held. */
    private static final int LARGE = 100_000;

    /** What happens at a building rather than by its will. */
    private static final Set<IncidentType> SITES = EnumSet.of(
            IncidentType.SEIZURE,
            IncidentType.ARSON,
            IncidentType.PROTEST,
            IncidentType.CLASH,
            IncidentType.ATTACK,
            IncidentType.RIOT);

    /** What is told of the country more often than of a town. */
    private static final Set<IncidentType> SERVICES =
            EnumSet.of(IncidentType.DISRUPTION, IncidentType.BLACKOUT, IncidentType.EMERGENCY);

    private final Tagged text;
    private final Mentions mentions;
    private final Gazetteer gazetteer;
    private final Chains chains;
    private final Listing listing;
    private final Passages passages;
    private final Nation nation;
    private final int nationwide;
    private final int glue;
    private final int site;
    private final int city;
    private final int region;
    private final int localSpeaker;
    private final int there;
    private final int total;
    private final int capitalSite;
    private final int regionSeat;

    Placing(Tagged text, Mentions mentions, Chains chains, Gazetteer gazetteer) {
        this.text = text;
        this.mentions = mentions;
        this.gazetteer = gazetteer;
        this.chains = chains;
        this.listing = new Listing(text, mentions, chains, gazetteer);
        this.passages = new Passages(text, mentions, chains, gazetteer);
        this.nation = new Nation(text, mentions);
        this.nationwide = text.lexicon().wordClass("NATIONWIDE");
        this.glue = text.lexicon().wordClass("GLUE");
        this.site = text.lexicon().wordClass("SITE");
        this.city = text.lexicon().wordClass("CITY");
        this.region = text.lexicon().wordClass("REGION");
        this.localSpeaker = text.lexicon().wordClass("LOCAL_SPEAKER");
        this.there = text.lexicon().wordClass("THERE");
        this.total = text.lexicon().wordClass("TOTAL");
        this.capitalSite = text.lexicon().wordClass("CAPITAL_SITE");
        this.regionSeat = text.lexicon().wordClass("REGION_SEAT");
    }

    Placed of(Lead lead) {
        int from = text.clauseStart(lead.from());
        int to = text.clauseEnd(lead.to() - 1);
        int sentence = text.words().sentence(lead.from());
        boolean national = lead.rule().is(Rule.Trait.NATIONAL)
                && !text.any(from, to, city, region)
                && !text.any(text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()), localSpeaker);
        var inClause = named(lead, from, to);
        boolean emergency = lead.rule().type() == IncidentType.EMERGENCY;
        int beside = emergency ? 2 * BESIDE : BESIDE;
        if (national && !inClause.isEmpty() && chains.distance(lead, inClause) > beside) {
            inClause = List.of();
        }
        if (lead.rule().type() == IncidentType.POLITICS && national && !inClause.isEmpty() && inCapital(inClause)) {
            // "took over as head of the council and pledged to stay in the capital"
            return country();
        }
        if (text.any(from, to, regionSeat)
                && inClause.stream().allMatch(mention -> mention.place().level() == PlaceLevel.REGION)) {
            var seat = passages.region(sentence + 1).flatMap(gazetteer::largestTown);
            if (seat.isPresent()) {
                return new Placed(List.of(atSite(seat.get(), lead)), Basis.SENTENCE);
            }
        }
        if (!inClause.isEmpty()
                && text.any(lead.to(), Math.min(to, lead.to() + RIGHT_BEHIND), nationwide)
                && chains.distance(lead, inClause) > RIGHT_BEHIND) {
            // "trains stopped across the country and the metro in the capital did not run"
            return country();
        }
        if (!inClause.isEmpty()) {
            // "in force in Almaty, the business hub, and in the Mangystau region": a list of places is one, whatever
            // its commas
            return settled(
                    lead, emergency ? chains.whole(inClause, sentence) : listing.of(lead, inClause), Basis.CLAUSE);
        }
        if (text.any(from, to, nationwide)) {
            return country();
        }
        var label = passages.label(sentence);
        if (!label.isEmpty()) {
            var within = passages.within(label, sentence);
            return within.isPresent()
                    ? new Placed(List.of(atSite(within.get(), lead)), Basis.PASSAGE)
                    : settled(lead, label, Basis.SENTENCE);
        }
        if (nation.foreignAffair(lead, from, to)) {
            return new Placed(List.of(), Basis.ABROAD);
        }
        var inSentence = named(lead, text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()));
        boolean bodily = SITES.contains(lead.rule().type());
        boolean deedOfForces = lead.rule().type() == IncidentType.ARREST && !nation.wide(lead);
        if ((bodily || deedOfForces)
                && inSentence.isEmpty()
                && passages.inParagraph(sentence).isEmpty()
                && (atCapital(lead, from, to) || passages.capital(sentence).isPresent())) {
            var capital = gazetteer.capital(mentions.country());
            if (capital.isPresent()) {
                return new Placed(List.of(capital.get()), Basis.SENTENCE);
            }
        }
        boolean sum = lead.rule().type() == IncidentType.CASUALTIES && text.any(from, to, total);
        if (!inSentence.isEmpty()
                && !sum
                && (!national || (emergency && chains.distance(lead, inSentence) <= WITH * BESIDE))) {
            return settled(lead, chains.before(inSentence, from), Basis.SENTENCE);
        }
        if (SERVICES.contains(lead.rule().type())
                && !text.any(from, to, site, city, there, region)
                && passages.nationwide(sentence)) {
            // "The internet is off across the country. Banks do not work."
            return country();
        }
        boolean everywhere = text.any(text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()), nationwide);
        if (text.any(from, to, there) || (!national && !everywhere && !nation.wide(lead))) {
            var passage = (text.any(from, to, there)
                            ? passages.there(sentence)
                            : text.any(from, to, region) ? passages.region(sentence) : Optional.<Place>empty())
                    .or(() -> passages.town(
                            sentence,
                            text.any(from, to, site, city) || text.any(text.sentenceStart(from), from, city)));
            if (passage.isPresent()) {
                return new Placed(List.of(atSite(passage.get(), lead)), Basis.PASSAGE);
            }
            boolean deed = bodily && !lead.rule().is(Rule.Trait.NOUN);
            var seat = deed ? mentions.seat().or(mentions::usual) : bodily ? mentions.seat() : Optional.<Place>empty();
            if (seat.isPresent()) {
                return new Placed(List.of(atSite(seat.get(), lead)), Basis.PASSAGE);
            }
        }
        return country();
    }

    private boolean inCapital(List<Mention> chain) {
        var capital = gazetteer.capital(mentions.country());
        return chain.stream()
                .allMatch(mention -> capital.filter(mention.place()::equals).isPresent());
    }

    /** Whether something happened at what stands in a capital only: "protesters overran parliament". */
    private boolean atCapital(Lead lead, int from, int to) {
        return text.any(Math.max(from, lead.from() - BESIDE), Math.min(to, lead.to() + BESIDE), capitalSite);
    }

    /** The names nearest to the lead; those that only say where a road leads count where nothing better is known. */
    private List<Mention> named(Lead lead, int from, int to) {
        var nearest = chains.nearest(lead, from, to);
        int sentence = text.words().sentence(lead.from());
        boolean aside = !nearest.isEmpty() && nearest.stream().allMatch(chains::isAside);
        boolean better = aside
                && (!passages.label(sentence).isEmpty()
                        || passages.town(sentence, false).isPresent());
        return better ? List.of() : nearest;
    }

    /** Whether a place stands right behind the lead: "protests in Almaty". */
    boolean follows(Lead lead) {
        for (int i = lead.to(); i < Math.min(text.size(), lead.to() + 5); i++) {
            if (mentions.within(i, i + 1).stream().anyMatch(mentions::usable)) {
                return true;
            }
            if (!text.is(i, glue)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a place stands right before the lead: "Алматыдағы наразылық". */
    boolean precedes(Lead lead) {
        return mentions.within(Math.max(text.sentenceStart(lead.from()), lead.from() - 3), lead.from()).stream()
                .anyMatch(mentions::usable);
    }

    private Placed country() {
        return gazetteer
                .country(mentions.country())
                .map(place -> new Placed(List.of(place), Basis.COUNTRY))
                .orElse(new Placed(List.of(), Basis.NONE));
    }

    private Placed settled(Lead lead, List<Mention> chain, Basis basis) {
        if (!mentions.about(chain.get(0).place())) {
            boolean sender = lead.rule().type() == IncidentType.DEPLOYMENT
                    && (basis == Basis.SENTENCE || chain.stream().allMatch(Mention::isCountry));
            // "a few dozen people protested outside the embassy in Bishkek" is an answer to what the report is about
            boolean answer = lead.rule().type() == IncidentType.PROTEST
                    && !lead.rule().is(Rule.Trait.NOUN)
                    && basis == Basis.CLAUSE
                    && chain.get(0).place().level() == PlaceLevel.TOWN
                    && chain.get(0).place().population() >= LARGE;
            if (!answer) {
                return sender ? country() : new Placed(List.of(), Basis.ABROAD);
            }
        }
        var places = new LinkedHashMap<Place, Mention>();
        for (var mention : listing.specific(chain)) {
            places.put(atSite(mention.place(), lead), mention);
        }
        if (places.size() > 1 && basis == Basis.SENTENCE && lead.rule().type() == IncidentType.CASUALTIES) {
            // "offices were attacked in Taraz, Aktobe and Oral, and eight people were killed": nobody says where
            return country();
        }
        return new Placed(List.copyOf(places.keySet()), basis, List.copyOf(places.values()));
    }

    /** The site in the town where the gazetteer knows it by the town's name: "Almaty" and "airport". */
    private Place atSite(Place place, Lead lead) {
        if (place.level() != PlaceLevel.TOWN) {
            return place;
        }
        int from = Math.max(text.clauseStart(lead.from()), lead.from() - 6);
        int to = Math.min(text.clauseEnd(lead.to() - 1), lead.to() + 6);
        for (int i = from; i < to; i++) {
            if (text.is(i, site)) {
                var gloss = text.gloss(i, site);
                var sites = gloss.isPresent() ? gazetteer.named(place.name() + " " + gloss.get()) : List.<Place>of();
                for (var candidate : sites) {
                    if (candidate.level() == PlaceLevel.SITE) {
                        return candidate;
                    }
                }
            }
        }
        return place;
    }
}
