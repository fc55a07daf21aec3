package org.oqiga.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
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

    record Placed(List<Place> places, Basis basis) {}

    /** How many sentences back a passage may have named the place it is about. */
    private static final int PASSAGE = 3;

    /** What a country costs in words of distance: a town a little further off is more exact. */
    private static final int COUNTRY_COST = 6;

    /** What it costs that people or goods only come from there. */
    private static final int ORIGIN_COST = 10;

    private static final int AND_COST = 4;

    /** How many words of glue may hold two names together. */
    private static final int MAX_GLUE = 9;

    /** How near, in words, a place must stand to what is usually of the whole country. */
    private static final int BESIDE = 7;

    private final Tagged text;
    private final boolean[] told;
    private final Mentions mentions;
    private final Gazetteer gazetteer;
    private final int nationwide;
    private final int and;
    private final int glue;
    private final int site;
    private final int city;
    private final int nationalSpeaker;
    private final int region;
    private final int origin;
    private final int except;
    private final int localSpeaker;
    private final int there;
    private final int exceptBehind;

    Placing(Tagged text, List<Lead> leads, Mentions mentions, Gazetteer gazetteer) {
        this.told = new boolean[text.size()];
        leads.forEach(lead -> Arrays.fill(told, lead.from(), lead.to(), true));
        this.text = text;
        this.mentions = mentions;
        this.gazetteer = gazetteer;
        this.nationwide = text.lexicon().wordClass("NATIONWIDE");
        this.and = text.lexicon().wordClass("AND");
        this.glue = text.lexicon().wordClass("GLUE");
        this.site = text.lexicon().wordClass("SITE");
        this.city = text.lexicon().wordClass("CITY");
        this.region = text.lexicon().wordClass("REGION");
        this.origin = text.lexicon().wordClass("ORIGIN");
        this.except = text.lexicon().wordClass("EXCEPT");
        this.localSpeaker = text.lexicon().wordClass("LOCAL_SPEAKER");
        this.there = text.lexicon().wordClass("THERE");
        this.exceptBehind = text.lexicon().wordClass("EXCEPT_BEHIND");
        this.nationalSpeaker = text.lexicon().wordClass("NATIONAL_SPEAKER");
    }

    Placed of(Lead lead) {
        int from = text.clauseStart(lead.from());
        int to = text.clauseEnd(lead.to() - 1);
        int sentence = text.words().sentence(lead.from());
        boolean national = lead.rule().is(Rule.Trait.NATIONAL)
                && !text.any(from, to, city)
                && !text.any(text.words().firstWord(sentence), text.words().endWord(sentence), localSpeaker);
        var inClause = nearest(lead, from, to);
        boolean emergency = lead.rule().type() == IncidentType.EMERGENCY;
        if (national && !inClause.isEmpty() && distance(lead, inClause) > (emergency ? 2 * BESIDE : BESIDE)) {
            inClause = List.of();
        }
        if (!inClause.isEmpty()) {
            return settled(lead, inClause, Basis.CLAUSE);
        }
        if (text.any(from, to, nationwide)) {
            return country();
        }
        var label = label(sentence);
        if (label.isPresent() && !text.any(from, to, nationwide)) {
            return settled(lead, List.of(label.get()), Basis.SENTENCE);
        }
        if (foreignAffair(lead, from, to, sentence)) {
            return new Placed(List.of(), Basis.ABROAD);
        }
        var inSentence =
                nearest(lead, text.words().firstWord(sentence), text.words().endWord(sentence));
        if (!inSentence.isEmpty() && (!national || (emergency && distance(lead, inSentence) <= 2 * BESIDE))) {
            return settled(lead, inSentence, Basis.SENTENCE);
        }
        boolean everywhere =
                text.any(text.words().firstWord(sentence), text.words().endWord(sentence), nationwide);
        if (text.any(from, to, there) || (!national && !everywhere && !ofTheCountry(lead, sentence))) {
            var passage = (text.any(from, to, region) ? regionOfPassage(sentence) : Optional.<Place>empty())
                    .or(() -> passage(sentence, text.any(from, to, site, city)));
            if (passage.isPresent()) {
                return new Placed(List.of(atSite(passage.get(), lead)), Basis.PASSAGE);
            }
        }
        return country();
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

    /** A toll that an office gives is of the country, unless the sentence says where. */
    private boolean ofTheCountry(Lead lead, int sentence) {
        int from = text.words().firstWord(sentence);
        int to = text.words().endWord(sentence);
        return switch (lead.rule().type()) {
            case CASUALTIES -> text.any(from, to, nationalSpeaker)
                    || (text.words().opensParagraph(sentence) && mentions.mainTown().isEmpty());
            case ARREST -> text.any(from, to, nationalSpeaker);
            default -> false;
        };
    }

    /** The place that a label gives a whole paragraph: "Izeh: A funeral turned into a rally". */
    private Optional<Mention> label(int sentence) {
        int opening = sentence;
        while (opening > 0 && !text.words().opensParagraph(opening)) {
            opening--;
        }
        int first = text.words().firstWord(opening);
        return mentions.within(first, first + 1).stream()
                .filter(mention -> mention.to() < text.size()
                        && text.words().folded(mention.to()).equals(":"))
                .findFirst();
    }

    /** "The Belarusian leader, who crushed an uprising": only another country is named; troops alone may come from one. */
    private boolean foreignAffair(Lead lead, int from, int to, int sentence) {
        var type = lead.rule().type();
        boolean troops = type == IncidentType.DEPLOYMENT || type == IncidentType.OPERATION;
        if (troops && !lead.rule().is(Rule.Trait.NOUN)) {
            return false;
        }
        var inClause = mentions.within(from, to);
        var inSentence =
                mentions.within(text.words().firstWord(sentence), text.words().endWord(sentence));
        boolean abroad = inClause.stream().anyMatch(mention -> !mentions.about(mention.place()));
        boolean before = inSentence.stream()
                .anyMatch(mention -> mention.to() <= lead.from() && !mentions.about(mention.place()));
        boolean athome = (abroad ? inClause : inSentence).stream().anyMatch(mention -> mentions.about(mention.place()));
        return (abroad || before) && !athome;
    }

    private Placed country() {
        return gazetteer
                .country(mentions.country())
                .map(place -> new Placed(List.of(place), Basis.COUNTRY))
                .orElse(new Placed(List.of(), Basis.NONE));
    }

    private Placed settled(Lead lead, List<Mention> chain, Basis basis) {
        if (!mentions.about(chain.get(0).place())) {
            boolean sender = lead.rule().type() == IncidentType.DEPLOYMENT && basis == Basis.SENTENCE;
            return sender ? country() : new Placed(List.of(), Basis.ABROAD);
        }
        var places = new LinkedHashMap<String, Place>();
        for (var mention : specific(chain)) {
            var place = atSite(mention.place(), lead);
            places.put(place.id(), place);
        }
        return new Placed(List.copyOf(places.values()), basis);
    }

    /** The chain of names nearest to the lead; a chain is a run of names with only glue between. */
    private List<Mention> nearest(Lead lead, int from, int to) {
        List<Mention> best = List.of();
        int least = Integer.MAX_VALUE;
        for (var chain : chains(from, to)) {
            boolean comesFrom = chain.stream().anyMatch(this::isOrigin);
            if (comesFrom && lead.rule().type() == IncidentType.DEPLOYMENT) {
                continue;
            }
            int distance = distance(lead, chain)
                    + (chain.stream().allMatch(Mention::isCountry) ? COUNTRY_COST : 0)
                    + (chain.stream().allMatch(this::isAbroad) ? COUNTRY_COST : 0)
                    + (comesFrom ? ORIGIN_COST : 0);
            if (distance < least) {
                best = chain;
                least = distance;
            }
        }
        return best;
    }

    /** Words between; a place on the other side of an "and" is rather that of what stands there. */
    private int distance(Lead lead, List<Mention> chain) {
        int last = chain.get(chain.size() - 1).to();
        boolean parted = lead.rule().is(Rule.Trait.NOUN) && text.any(last, lead.from(), and);
        int before = lead.from() - last + (parted ? AND_COST : 0);
        int after = chain.get(0).from() - lead.to();
        return Math.max(0, Math.max(before, after));
    }

    private List<List<Mention>> chains(int from, int to) {
        List<List<Mention>> chains = new ArrayList<>();
        Mention last = null;
        for (var mention : mentions.within(from, to)) {
            if (!mentions.usable(mention) || isExcepted(mention)) {
                continue;
            }
            if (last == null || !glued(last, mention)) {
                chains.add(new ArrayList<>());
            }
            chains.get(chains.size() - 1).add(mention);
            last = mention;
        }
        return chains;
    }

    /** Whether someone or something comes from there; Kazakh says so by an ending of the name. */
    private boolean isOrigin(Mention mention) {
        int before = mention.from() - 1;
        while (before > 0
                && !text.is(before, origin)
                && (text.is(before, and)
                        || text.words().folded(before).equals(",")
                        || text.words().capital(before))) {
            before--;
        }
        return text.is(mention.to() - 1, origin) || (before >= 0 && text.is(before, origin));
    }

    private boolean isAbroad(Mention mention) {
        return !mention.place().parents().country().equals(mentions.country());
    }

    /** "Everywhere except Almaty". */
    private boolean isExcepted(Mention mention) {
        return (mention.to() < text.size() && text.is(mention.to(), exceptBehind))
                || mention.from() > 0 && text.is(mention.from() - 1, except);
    }

    /** Two names belong together over words of glue, or over a few words that tell of nothing and end in "and in". */
    private boolean glued(Mention left, Mention right) {
        if (right.from() - left.to() > MAX_GLUE) {
            return false;
        }
        boolean onlyGlue = true;
        for (int i = left.to(); i < right.from(); i++) {
            if (told[i]) {
                return false;
            }
            onlyGlue &= text.is(i, glue) || text.is(i, and);
        }
        int back = right.from() - 1;
        while (back >= left.to() && text.is(back, glue) && !text.is(back, and)) {
            back--;
        }
        return onlyGlue || (back >= left.to() && text.is(back, and));
    }

    /** A chain without the places that only say where its neighbour lies: "Zhanaozen, a city in Mangystau Region". */
    private List<Mention> specific(List<Mention> chain) {
        List<Mention> kept = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            var mention = chain.get(i);
            boolean locates = false;
            for (int j = Math.max(0, i - 2); j < Math.min(chain.size(), i + 2); j++) {
                var other = chain.get(j);
                locates |= j != i
                        && other.place().level().compareTo(mention.place().level()) < 0
                        && gazetteer.contains(mention.place(), other.place())
                        && !listed(chain.get(Math.min(i, j)), chain.get(Math.max(i, j)));
            }
            if (!locates) {
                kept.add(mention);
            }
        }
        return kept.isEmpty() ? chain : kept;
    }

    private boolean listed(Mention left, Mention right) {
        return text.any(left.to(), right.from(), and);
    }

    /**
     * What the passage is about: the last town or region named in the paragraph, else the town the report is about, else the
     * last one named in the paragraph before; further back where "the city" is meant.
     */
    private Optional<Place> passage(int sentence, boolean inTown) {
        return passage(sentence, inTown, true)
                .or(mentions::mainTown)
                .or(() -> passage(sentence, inTown, false));
    }

    private Optional<Place> passage(int sentence, boolean inTown, boolean ofParagraph) {
        int reach = inTown ? 3 * PASSAGE : ofParagraph ? 5 : PASSAGE;
        for (int s = sentence - 1; s >= Math.max(0, sentence - reach); s--) {
            boolean edge = text.words().opensParagraph(s + 1);
            if (edge && (ofParagraph || (!inTown && s < sentence - 1))) {
                break;
            }
            var last =
                    mentions.local(text.words().firstWord(s), text.words().endWord(s), mention -> !isOrigin(mention));
            if (last.isPresent() && (!inTown || last.get().level() != PlaceLevel.REGION)) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** "In the region": the one named last, or the one of the town named last. */
    private Optional<Place> regionOfPassage(int sentence) {
        for (int s = sentence - 1; s >= 0; s--) {
            var named = mentions.local(text.words().firstWord(s), text.words().endWord(s), mention -> true);
            if (named.isPresent()) {
                var place = named.get();
                return place.level() == PlaceLevel.REGION
                        ? named
                        : gazetteer.place(place.parents().admin1Id());
            }
        }
        return Optional.empty();
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
