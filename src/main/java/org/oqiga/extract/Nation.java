package org.oqiga.extract;

import org.oqiga.geoparse.Toponym.Role;
import org.oqiga.incident.IncidentType;

/** Whether what names no place of its own is of the whole country, or of another one. */
final class Nation {

    private final Tagged text;
    private final Mentions mentions;
    private final int speaker;
    private final int sameSpeaker;
    private final int statesman;
    private final int total;
    private final int guests;
    private final int city;
    private final int peacekeeper;
    private final int from;

    Nation(Tagged text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
        this.speaker = text.lexicon().wordClass("NATIONAL_SPEAKER");
        this.sameSpeaker = text.lexicon().wordClass("SAME_SPEAKER");
        this.statesman = text.lexicon().wordClass("STATESMAN");
        this.total = text.lexicon().wordClass("TOTAL");
        this.guests = text.lexicon().wordClass("GUESTS");
        this.city = text.lexicon().wordClass("CITY");
        this.from = text.lexicon().wordClass("FROM");
        this.peacekeeper = text.lexicon().wordClass("PEACEKEEPER");
    }

    /** A toll that an office gives is of the country, unless the sentence says where; so are troops from abroad. */
    boolean wide(Lead lead) {
        int from = text.sentenceStart(lead.from());
        int to = text.sentenceEnd(lead.from());
        if (text.any(from, lead.from(), city)) {
            // "police in the city say"
            return false;
        }
        return switch (lead.rule().type()) {
            case DEPLOYMENT -> text.any(from, to, peacekeeper);
            case CASUALTIES -> speaks(from, to, speaker, total)
                    || (text.words().opensParagraph(text.words().sentence(lead.from()))
                            && mentions.mainTown().isEmpty());
            case ARREST -> speaks(from, to, speaker, statesman, total);
            default -> false;
        };
    }

    /** Whether the words hold one of the classes, or go on with what a speaker of the sentence before has said. */
    private boolean speaks(int from, int to, int... classes) {
        int sentence = text.words().sentence(from);
        if (text.any(from, to, classes)) {
            return true;
        }
        if (sentence == 0 || text.words().opensParagraph(sentence) || !text.any(from, to, sameSpeaker)) {
            return false;
        }
        int last = text.words().endWord(sentence - 1) - 1;
        return last >= 0 && text.any(text.sentenceStart(last), last + 1, classes);
    }

    /** "The Belarusian leader, who crushed an uprising": only another country is named; troops alone may come from one. */
    boolean foreignAffair(Lead lead, int from, int to) {
        var type = lead.rule().type();
        boolean troops = type == IncidentType.DEPLOYMENT || type == IncidentType.OPERATION;
        if (troops && !lead.rule().is(Rule.Trait.NOUN)) {
            return false;
        }
        var inClause = mentions.within(from, to);
        var inSentence = mentions.within(text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()));
        boolean abroad = inClause.stream().anyMatch(this::isAbroad);
        boolean before = inSentence.stream().anyMatch(mention -> mention.to() <= lead.from() && isAbroad(mention));
        boolean athome = (abroad ? inClause : inSentence).stream().anyMatch(mention -> mentions.about(mention.place()));
        return (abroad || before) && !athome;
    }

    /** Whether the place lies in a country that the report is not about; "the Argentine embassy" and "a plane from Dushanbe" need not. */
    private boolean isAbroad(Mention mention) {
        boolean guest = mention.role() == Role.DEMONYM && mention.to() < text.size() && text.is(mention.to(), guests);
        boolean left = mention.from() > 0 && text.is(mention.from() - 1, from);
        return !guest && !left && !mentions.about(mention.place());
    }
}
