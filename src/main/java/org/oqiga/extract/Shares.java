package org.oqiga.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oqiga.extract.Numbers.Number;

/** The parts of a toll that are told with a place each: "12 died in Almaty, three in Taraz", "1,000 of them in the capital". */
final class Shares {

    /** How many words may stand between a number and its place. */
    private static final int NEAR = 5;

    private final Tagged text;
    private final Mentions mentions;
    private final Parts parts;
    private final Numbers numbers;
    private final int subset;
    private final Map<Integer, Integer> places = new HashMap<>();

    Shares(Tagged text, Mentions mentions, Parts parts) {
        this.text = text;
        this.mentions = mentions;
        this.parts = parts;
        this.numbers = new Numbers(text);
        this.subset = text.lexicon().wordClass("SUBSET");
    }

    /** A lead and its claim for each number of a toll's sentence that has a place but no word of its own for what became of people. */
    Map<Lead, Counting.Claim> of(List<Lead> kept, List<Lead> all, Map<Lead, List<Counting.Claim>> claims) {
        var found = new LinkedHashMap<Lead, Counting.Claim>();
        var told = new boolean[text.size()];
        all.forEach(lead -> Arrays.fill(told, lead.from(), lead.to(), true));
        for (var lead : kept) {
            var own = claims.getOrDefault(lead, List.of());
            if (own.isEmpty()) {
                continue;
            }
            for (var number : numbers.within(text.sentenceStart(lead.from()), text.sentenceEnd(lead.from()))) {
                boolean counted = own.stream().anyMatch(claim -> claim.at() == number.from());
                boolean follows = number.from() >= lead.to() || parts.standsAlone(number);
                if (!counted && follows && isShare(number, told)) {
                    var place = parts.place(number);
                    found.putIfAbsent(
                            new Lead(
                                    lead.rule(),
                                    number.from(),
                                    Math.max(
                                            number.to(),
                                            place.map(Mention::from).orElse(0))),
                            new Counting.Claim(own.get(0).kind(), number.value(), number.from(), ""));
                    told[number.from()] = true;
                    place.ifPresent(mention -> places.put(mention.from(), number.from()));
                }
            }
        }
        return found;
    }

    /** The first words of the places that a share has been found for, which are not the whole toll's, with the first word of its lead. */
    Map<Integer, Integer> places() {
        return places;
    }

    private boolean isShare(Number number, boolean[] told) {
        int start = parts.start(number.from());
        int end = parts.end(number.from());
        int from = number.from();
        while (from > Math.max(start, number.from() - NEAR) && !told[from - 1]) {
            from--;
        }
        int to = number.to();
        while (to < Math.min(end, number.to() + NEAR) && !told[to]) {
            to++;
        }
        boolean part = text.any(from, to, subset);
        for (int i = start; i < end && !part; i++) {
            if (told[i]) {
                return false;
            }
        }
        return mentions.within(from, to).stream()
                .filter(mentions::usable)
                .anyMatch(mention -> part ? isBeside(number, mention) : !mention.isCountry());
    }

    /** "Five died in Almaty, two of them children": a comma parts the two from the place. */
    private boolean isBeside(Number number, Mention mention) {
        return mention.from() >= number.to()
                ? parts.isOneStretch(number.to(), mention.from())
                : parts.isOneStretch(mention.to(), number.from());
    }
}
