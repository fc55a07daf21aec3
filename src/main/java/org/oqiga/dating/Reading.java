package org.oqiga.dating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oqiga.report.Words;

/** Finds where the patterns of a lexicon fit the words of one text. */
final class Reading {

    private final Lexicon lexicon;
    private final Words words;
    private final Dates dates;
    private final Dates spans;

    Reading(Lexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
        this.dates = new Dates(lexicon.dates, words.size());
        this.spans = new Dates(lexicon.spans, words.size());
    }

    /** The longest wording that begins with the word. */
    @Nullable
    Match<Frame> wordingAt(int word) {
        return lexicon.known(words, word).opensWording() ? new Walk<>(lexicon.wordings, word).best : null;
    }

    /** The matches of one grammar, each sought once. */
    private final class Dates {
        private final Grammar<DateKind> grammar;
        private final List<@Nullable Match<DateKind>> found;
        private final boolean[] sought;

        Dates(Grammar<DateKind> grammar, int size) {
            this.grammar = grammar;
            this.found = new ArrayList<>(Collections.nCopies(size, null));
            this.sought = new boolean[size];
        }

        @Nullable
        Match<DateKind> at(int word) {
            if (!sought[word]) {
                sought[word] = true;
                var known = lexicon.known(words, word);
                if (grammar == lexicon.dates ? known.opensDate() : known.opensSpan()) {
                    found.set(word, new Walk<>(grammar, word).best);
                }
            }
            return found.get(word);
        }
    }

    /** One descent through a grammar's tree, keeping the match that reaches farthest. */
    private final class Walk<K> {
        private final int first;
        private int[] captures = {};
        private int captured;
        private final List<Match<DateKind>> inner = new ArrayList<>();

        @Nullable
        Match<K> best;

        Walk(Grammar<K> grammar, int first) {
            this.first = first;
            descend(grammar.root, first);
        }

        private void descend(Grammar.Node<K> node, int at) {
            if (node.kind != null && at > first && (best == null || at > best.end())) {
                best = new Match<>(node.kind, at, Arrays.copyOf(captures, captured), List.copyOf(inner));
            }
            if (at >= words.size() || node.isLast()) {
                return;
            }
            var known = lexicon.known(words, at);
            if (known.silent() && node.anyWord == null
                    || at > first && words.start(at) - words.end(at - 1) > 1 && parted(at)) {
                return;
            }
            if (node.joins && words.joined(at)) {
                if (known.spoken()) {
                    follow(node.after(words.folded(at), true), at);
                }
                read(node, true, known.readings(), at);
            }
            if (known.spoken()) {
                follow(node.after(words.folded(at), false), at);
            }
            include(node.date, dates, at);
            include(node.span, spans, at);
            time(node.time, at);
            read(node, false, known.readings(), at);
            if (node.anyWord != null && words.speaks(at)) {
                descend(node.anyWord, at + 1);
            }
        }

        private void follow(@Nullable List<Grammar.Node<K>> next, int at) {
            if (next != null) {
                for (var node : next) {
                    descend(node, at + 1);
                }
            }
        }

        private void read(Grammar.Node<K> node, boolean joined, List<Entry> readings, int at) {
            if (readings.isEmpty() || !node.hasClasses(joined)) {
                return;
            }
            for (var entry : readings) {
                var next = node.afterClass(entry.className(), joined);
                if (next != null && fits(entry, at)) {
                    push(entry.field(), entry.value());
                    descend(next, at + entry.length());
                    captured -= 2;
                }
            }
        }

        private void include(Grammar.@Nullable Node<K> next, Dates grammar, int at) {
            var match = next == null ? null : grammar.at(at);
            if (next != null && match != null) {
                inner.add(match);
                descend(next, match.end());
                inner.remove(inner.size() - 1);
            }
        }

        private void time(Grammar.@Nullable Node<K> next, int at) {
            var match =
                    next == null || !lexicon.known(words, at).opensTime() ? null : new Walk<>(lexicon.times, at).best;
            if (next != null && match != null) {
                push(Field.CLOCK, Clock.minutes(match));
                descend(next, match.end());
                captured -= 2;
            }
        }

        private void push(Field field, int value) {
            if (captured + 2 > captures.length) {
                captures = Arrays.copyOf(captures, captures.length + 8);
            }
            captures[captured++] = field.ordinal();
            captures[captured++] = value;
        }
    }

    private boolean fits(Entry entry, int at) {
        if ((entry.capital() && !words.capital(at)) || at + entry.length() > words.size()) {
            return false;
        }
        for (int i = 0; i < entry.rest().size(); i++) {
            if (!words.folded(at + 1 + i).equals(entry.rest().get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line's end stands before the word that ends a sentence too. */
    private boolean parted(int word) {
        return words.sentence(word) != words.sentence(word - 1) && words.opensLine(word);
    }
}
