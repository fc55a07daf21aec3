package org.oqiga.extract;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an incident is done to, as far as its clause tells: fires in a bank and in a city hall are two. */
final class Target {

    /** The titles of rules that tell of somebody's end in office. */
    private static final Pattern GOING = Pattern.compile("resign|dismissed|ousted|political change");

    private Target() {}

    /** The gloss of the nearest thing of the kind in the clause, else in reach; of politics the kind of change, of an operation whether it is only ordered; empty where it is not told. */
    static String of(Tagged text, Lead lead) {
        return switch (lead.rule().type()) {
            case SEIZURE -> nearest(text, lead, "BUILDING");
            case ARSON -> {
                String named = nearest(text, lead, "BUILDING", "VEHICLE");
                yield named.isEmpty() ? before(text, lead) : named;
            }
            case DISRUPTION -> nearest(text, lead, "SERVICE");
            case OPERATION -> lead.rule().is(Rule.Trait.PROMISE) ? "an order" : "an action";
            case ARREST -> arrested(text, lead);
            case POLITICS -> lead.rule().title().map(Target::change).orElse("");
            default -> "";
        };
    }

    /** A statesman and the crowds are not arrested together. */
    private static String arrested(Tagged text, Lead lead) {
        int from = text.clauseStart(lead.from());
        int to = text.clauseEnd(lead.to() - 1);
        if (text.any(from, to, text.lexicon().wordClass("STATESMAN"))) {
            return "a statesman";
        }
        return text.any(
                        from,
                        to,
                        text.lexicon().wordClass("CROWD"),
                        text.lexicon().wordClass("PEOPLE"))
                ? "people"
                : "";
    }

    /** The kind of change; a government that goes and its ministers are one, however they go, and giving in says not how. */
    private static String change(String title) {
        if (title.equals("the government gives in")) {
            return "";
        }
        return GOING.matcher(title).find() ? "going" : title;
    }

    /** The building that the sentence before has named last: "They broke into the city hall. By night the building was on fire". */
    private static String before(Tagged text, Lead lead) {
        int sentence = text.words().sentence(lead.from());
        if (sentence == 0 || text.words().opensParagraph(sentence)) {
            return "";
        }
        int wordClass = text.lexicon().wordClass("BUILDING");
        int from = text.words().firstWord(sentence - 1);
        for (int word = text.words().endWord(sentence - 1) - 1; word >= from; word--) {
            var gloss = text.is(word, wordClass) ? text.gloss(word, wordClass) : Optional.<String>empty();
            if (gloss.isPresent() && !gloss.get().endsWith("building")) {
                return gloss.get();
            }
        }
        return "";
    }

    private static String nearest(Tagged text, Lead lead, String... classNames) {
        String inClause = nearest(text, lead, text.clauseStart(lead.from()), text.clauseEnd(lead.to() - 1), classNames);
        return inClause.isEmpty()
                ? nearest(text, lead, text.reachBefore(lead.from()), text.reachAfter(lead.to() - 1), classNames)
                : inClause;
    }

    private static String nearest(Tagged text, Lead lead, int from, int to, String... classNames) {
        int[] classes =
                Arrays.stream(classNames).mapToInt(text.lexicon()::wordClass).toArray();
        for (int distance = 0; distance <= Tagged.REACH; distance++) {
            for (int word : new int[] {lead.from() - distance, lead.to() - 1 + distance}) {
                for (int wordClass : classes) {
                    if (word >= from && word < to && text.is(word, wordClass)) {
                        return text.gloss(word, wordClass)
                                .filter(gloss -> !gloss.endsWith("building"))
                                .orElse("");
                    }
                }
            }
        }
        return "";
    }
}
