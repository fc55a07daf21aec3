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
    private static final int DOZEN = 12;
    private static final int HUNDRED = 100;

    /** How many words may stand between an age and what became of the person: "had been". */
    private static final int AUXILIARIES = 2;

    private final Tagged text;
    private final int noPeople;
    private final int noPeopleBefore;
    private final int people;
    private final int onePerson;
    private final int ageBefore;
    private final int yearBefore;
    private final int and;
    private final int finite;

    Numbers(Tagged text) {
        this.text = text;
        this.noPeople = text.lexicon().wordClass("NO_PEOPLE");
        this.noPeopleBefore = text.lexicon().wordClass("NO_PEOPLE_BEFORE");
        this.people = text.lexicon().wordClass("PEOPLE");
        this.onePerson = text.lexicon().wordClass("ONE_PERSON");
        this.ageBefore = text.lexicon().wordClass("AGE_BEFORE");
        this.yearBefore = text.lexicon().wordClass("YEAR_BEFORE");
        this.and = text.lexicon().wordClass("AND");
        this.finite = text.lexicon().wordClass("FINITE");
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
                // "two hundred", "two dozen"
                value = part >= DOZEN && value > 0 && value < part ? value * part : value + part;
                end = end + 1 < to && goesOn(part, end + 1) ? end + 2 : end + 1;
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

    /** "Two hundred and seven": whether a number in words goes on behind an "and". */
    private boolean goesOn(double part, int word) {
        return part >= HUNDRED
                && text.is(word, and)
                && !Character.isDigit(text.words().folded(word - 1).charAt(0))
                && word + 1 < text.size()
                && text.lexicon().number(text.words().word(word + 1)) < HUNDRED;
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
        if (isPartOfName(from)
                || end < text.size() && SHARE.matcher(text.words().folded(end)).matches()) {
            return false;
        }
        String printed = text.words().printed(from);
        if (YEAR.matcher(printed).matches()
                && (from > 0 && text.is(from - 1, yearBefore) || !text.any(end, Math.min(limit, end + 2), people))) {
            return false;
        }
        return !text.any(end, Math.min(limit, end + 2), noPeople);
    }

    /** "The station Almaty-2". */
    private boolean isPartOfName(int number) {
        return number > 1
                && text.words().printed(number - 1).equals("-")
                && text.words().capital(number - 2)
                && text.words().start(number) - text.words().end(number - 2) == 1;
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
        return isAgeBetweenCommas(from, end);
    }

    private boolean isAgeBetweenCommas(int from, int end) {
        boolean set = text.words().folded(from - 1).equals(",")
                && end < text.size()
                && text.words().folded(end).equals(",");
        return set && (text.words().capital(from - 2) || text.is(from - 2, onePerson));
    }

    /** The word of the age of the one whom something became of: "Mahsa Amini, 22, was detained"; -1 where there is none. */
    int ageOfSubject(int from, int verb) {
        int comma = verb - 1;
        while (comma > from && verb - comma <= AUXILIARIES && text.is(comma, finite)) {
            comma--;
        }
        int age = comma - 1;
        boolean isAge = age - 2 >= from
                && text.words().folded(comma).equals(",")
                && value(age) <= OLDEST
                && isAgeBetweenCommas(age, comma);
        return isAge ? age : -1;
    }
}
