package org.oqiga.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The numbers in a stretch of text that can count people: no years, shares, ages, hours, prices or numbers of things. */
final class Numbers {

    /** A number, in words {@code from} to {@code to}, the last excluded. */
    record Number(int value, int from, int to) {}

    private static final Pattern GROUP_HEAD = Pattern.compile("\\d{1,3}");
    private static final Pattern GROUP = Pattern.compile("\\d{3}");
    private static final Pattern SEPARATOR = Pattern.compile("[,.](?=\\d{3}(\\D|$))");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,3}[,.]\\d");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,8}");
    private static final Pattern SHARE = Pattern.compile("%|°|percent|per|процент.*|пайыз.*");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final int OLDEST = 99;

    private final Tagged text;
    private final int noPeople;
    private final int noPeopleBefore;
    private final int people;
    private final int onePerson;
    private final int ageBefore;

    Numbers(Tagged text) {
        this.text = text;
        this.noPeople = text.lexicon().wordClass("NO_PEOPLE");
        this.noPeopleBefore = text.lexicon().wordClass("NO_PEOPLE_BEFORE");
        this.people = text.lexicon().wordClass("PEOPLE");
        this.onePerson = text.lexicon().wordClass("ONE_PERSON");
        this.ageBefore = text.lexicon().wordClass("AGE_BEFORE");
    }

    List<Number> within(int from, int to) {
        List<Number> found = new ArrayList<>();
        for (int i = from; i < to; i++) {
            int end = i;
            double value = 0;
            if (thousands(i, to)) {
                value = value(i);
                while (thousands(end, to)) {
                    value = value * 1000 + value(++end);
                }
                end++;
            }
            double part = end < to ? value(end) : Double.NaN;
            while (end < to && !Double.isNaN(part)) {
                value = part >= 100 && value > 0 && value < part ? value * part : value + part;
                end++;
                part = end < to ? value(end) : Double.NaN;
            }
            if (end > i) {
                value = Math.round(value * 10) / 10.0;
                boolean count = value >= 1 && value < 10_000_000 && value == Math.rint(value);
                if (count && ofPeople(i, end, to) && !isAge(value, i, end)) {
                    found.add(new Number((int) value, i, end));
                }
                i = end - 1;
            }
        }
        return found;
    }

    /** Whether a figure goes on in the next word: "4 578". */
    private boolean thousands(int word, int to) {
        return word + 1 < to
                && Character.isDigit(text.words().folded(word).charAt(0))
                && GROUP_HEAD.matcher(text.words().folded(word)).matches()
                && GROUP.matcher(text.words().folded(word + 1)).matches()
                && text.words().start(word + 1) - text.words().end(word) == 1;
    }

    private double value(int word) {
        String folded = text.words().folded(word);
        if (!Character.isDigit(folded.charAt(0))) {
            return text.lexicon().number(text.words().word(word));
        }
        String digits = SEPARATOR.matcher(folded).replaceAll("");
        if (DECIMAL.matcher(digits).matches() && word + 1 < text.size()) {
            // "3.8 thousand"
            return text.lexicon().number(text.words().word(word + 1)) >= 1000
                    ? Double.parseDouble(digits.replace(',', '.'))
                    : Double.NaN;
        }
        return WHOLE.matcher(digits).matches() ? Double.parseDouble(digits) : Double.NaN;
    }

    private boolean ofPeople(int from, int end, int limit) {
        if (from > 0 && "$€£₽".contains(text.words().folded(from - 1))) {
            return false;
        }
        if (from > 0 && text.is(from - 1, noPeopleBefore) && !isBehindDate(from, end, limit)) {
            return false;
        }
        if (end < text.size() && SHARE.matcher(text.words().folded(end)).matches()) {
            return false;
        }
        String printed = text.words().printed(from);
        if (YEAR.matcher(printed).matches() && !text.any(end, Math.min(limit, end + 2), people)) {
            return false;
        }
        return !text.any(end, Math.min(limit, end + 2), noPeople);
    }

    /** "On 5 January 300 officers were hurt": the month has its day before it, and people follow. */
    private boolean isBehindDate(int from, int end, int limit) {
        return from > 1
                && Character.isDigit(text.words().folded(from - 2).charAt(0))
                && text.any(end, Math.min(limit, end + 2), people);
    }

    /** "A man of 27", "Mahsa Amini, 22, died": what stands behind a person and is no more than a life. */
    private boolean isAge(double value, int from, int end) {
        if (value > OLDEST || from < 2) {
            return false;
        }
        if (text.is(from - 1, ageBefore) && text.is(from - 2, onePerson)) {
            return true;
        }
        boolean set = text.words().folded(from - 1).equals(",")
                && end < text.size()
                && text.words().folded(end).equals(",");
        return set && (text.words().capital(from - 2) || text.is(from - 2, onePerson));
    }
}
