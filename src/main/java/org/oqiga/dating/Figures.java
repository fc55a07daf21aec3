package org.oqiga.dating;

import java.util.ArrayList;
import java.util.List;

/** What a word that begins with a figure may say: a day, a year, a clock time, a count. */
final class Figures {

    private Figures() {}

    static List<Entry> read(String word) {
        var readings = new ArrayList<Entry>(5);
        int digits = 0;
        while (digits < word.length() && isDigit(word.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 4) {
            return readings;
        }
        int value = Integer.parseInt(word.substring(0, digits));
        String rest = word.substring(digits);
        if (rest.isEmpty()) {
            whole(value, digits, readings);
        } else if (rest.charAt(0) == ':' || rest.charAt(0) == '.') {
            parted(value, digits, rest, readings);
        } else if (Character.isLetter(rest.charAt(0)) && digits <= 2 && value >= 1 && value <= 31) {
            readings.add(new Entry("day", value));
            readings.add(new Entry("day.th", value));
            readings.add(new Entry("ordinal", value));
        }
        return readings;
    }

    private static void whole(int value, int digits, List<Entry> readings) {
        if (digits <= 2) {
            if (value >= 1 && value <= 31) {
                readings.add(new Entry("day", value));
            }
            if (value <= 24) {
                readings.add(new Entry("hour", value));
            }
            if (value >= 1 && value <= 12) {
                readings.add(new Entry("month.figure", value));
            }
        }
        if (digits == 4 && value >= 1800 && value < 2100) {
            readings.add(new Entry("year", value));
        }
        readings.add(new Entry("number", value));
    }

    private static void parted(int value, int digits, String rest, List<Entry> readings) {
        if (rest.length() == 3 && digits <= 2 && allDigits(rest, 1)) {
            int minutes = Integer.parseInt(rest.substring(1));
            if (value < 24 && minutes < 60) {
                readings.add(new Entry(rest.charAt(0) == ':' ? "clock" : "clock.dotted", value * 60 + minutes));
            }
            return;
        }
        int dot = rest.indexOf('.', 1);
        if (rest.charAt(0) != '.' || dot < 2 || dot > 3 || !allDigits(rest.substring(0, dot), 1)) {
            return;
        }
        int month = Integer.parseInt(rest.substring(1, dot));
        String year = rest.substring(dot + 1);
        if ((year.length() == 4 || year.length() == 2) && allDigits(year, 0) && value <= 31 && month <= 12) {
            int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
            readings.add(new Entry("numeric", (full * 100 + month) * 100 + value));
        }
    }

    private static boolean allDigits(String word, int from) {
        for (int i = from; i < word.length(); i++) {
            if (!isDigit(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
