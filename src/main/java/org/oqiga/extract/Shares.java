package org.oqiga.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.extract.Numbers.Number;
import org.oqiga.incident.IncidentType;

/** Parts of a sentence that have a place each, and the parts of a toll told with them: "1,000 of them in the capital". */
final class Shares {

    /** How many words may stand between a number and its place. */
    private static final int NEAR = 5;

    private final Tagged text;
    private final Mentions mentions;
    private final Numbers numbers;
    private final int subset;

    Shares(Tagged text, Mentions mentions) {
        this.text = text;
        this.mentions = mentions;
        this.numbers = new Numbers(text);
        this.subset = text.lexicon().wordClass("SUBSET");
    }

    /** Where the part of the sentence begins that has the same place: a later clause with a place of its own is another part. */
    int start(int word) {
        int first = text.sentenceStart(word);
        int start = text.clauseStart(word);
        while (start > first && !opensPart(start)) {
            start = text.clauseStart(start - 1);
        }
        return Math.max(first, start);
    }

    /** The first word of the next part, or of the next sentence. */
    int end(int word) {
        int last = text.sentenceEnd(word);
        int end = text.clauseEnd(word);
        while (end < last && !opensPart(end)) {
            end = text.clauseEnd(end);
        }
        return Math.min(last, end);
    }

    private boolean opensPart(int clause) {
        return mentions.within(clause, text.clauseEnd(clause)).stream().anyMatch(mentions::usable);
    }

    /** A lead and its claim for each number of a toll's sentence that has a place but no word of its own for what became of people. */
    Map<Lead, Counting.Claim> of(List<Lead> kept, List<Lead> all, Map<Lead, List<Counting.Claim>> claims) {
        var found = new LinkedHashMap<Lead, Counting.Claim>();
        var told = new boolean[text.size()];
        all.forEach(lead -> java.util.Arrays.fill(told, lead.from(), lead.to(), true));
        for (var lead : kept) {
            boolean toll =
                    lead.rule().type() == IncidentType.CASUALTIES || lead.rule().type() == IncidentType.ARREST;
            if (!toll || claims.getOrDefault(lead, List.of()).isEmpty()) {
                continue;
            }
            var kind = claims.get(lead).get(0).kind();
            for (var number : numbers.within(lead.to(), text.sentenceEnd(lead.from()))) {
                boolean counted = claims.get(lead).stream().anyMatch(claim -> claim.at() == number.from());
                if (!counted && isShare(number, told)) {
                    found.putIfAbsent(
                            new Lead(lead.rule(), number.from(), number.to()),
                            new Counting.Claim(kind, number.value(), number.from(), ""));
                    told[number.from()] = true;
                }
            }
        }
        return found;
    }

    private boolean isShare(Number number, boolean[] told) {
        int from = number.from();
        while (from > Math.max(start(number.from()), number.from() - NEAR) && !told[from - 1]) {
            from--;
        }
        int to = number.to();
        while (to < Math.min(end(number.from()), number.to() + NEAR) && !told[to]) {
            to++;
        }
        boolean part = text.any(from, to, subset);
        for (int i = start(number.from()); i < end(number.from()) && !part; i++) {
            if (told[i]) {
                return false;
            }
        }
        List<Mention> near = new ArrayList<>(mentions.within(from, to));
        near.removeIf(mention -> !mentions.usable(mention));
        return !near.isEmpty() && (part || near.stream().anyMatch(mention -> !mention.isCountry()));
    }
}
