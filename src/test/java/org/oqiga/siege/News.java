package org.oqiga.siege;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Made-up reports without end: number n is always the same, and many tell of the same incidents. */
final class News {

    private static final List<String> CITIES = List.of(
            "Almaty",
            "Aktau",
            "Aktobe",
            "Atyrau",
            "Karaganda",
            "Kostanay",
            "Kyzylorda",
            "Oral",
            "Pavlodar",
            "Semey",
            "Shymkent",
            "Taraz",
            "Taldykorgan",
            "Zhanaozen",
            "Bishkek",
            "Tashkent",
            "Samarkand",
            "Novosibirsk",
            "Omsk",
            "Kazan",
            "Lagos",
            "Nairobi",
            "Lima",
            "Quito",
            "Manila",
            "Karachi",
            "Dhaka",
            "Cairo",
            "Tunis",
            "Warsaw");
    private static final List<String> EVENTS = List.of(
            "some %d protesters gathered on the main square of %s",
            "police detained %d people at a rally in %s",
            "%d people were injured in clashes with police in %s",
            "looters broke into %d shops in %s",
            "an explosion killed %d people in %s");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final int PER_INCIDENT = 3;

    private News() {}

    static String name(int number) {
        return String.format(Locale.ROOT, "news-%06d", number);
    }

    /** One in twenty is printed again, corrected. */
    static boolean isCorrected(int number) {
        return number % 20 == 7;
    }

    static String text(int number, boolean corrected) {
        var chance = new Random(number / PER_INCIDENT * 7919L + 17);
        var day = LocalDate.of(2021, 1, 4).plusDays(chance.nextInt(600));
        var text = new StringBuilder("date " + day.plusDays(1) + "\n\n");
        int incidents = 1 + chance.nextInt(2);
        for (int i = 0; i < incidents; i++) {
            var event = EVENTS.get(chance.nextInt(EVENTS.size()));
            var city = CITIES.get(chance.nextInt(CITIES.size()));
            text.append("On ").append(day.format(DAY)).append(", ");
            text.append(event.formatted(3 + chance.nextInt(40), city)).append(", a witness said.\n\n");
        }
        // each paper has its own words, so that none is a copy of another
        var own = new Random(number);
        for (int i = 0; i < 4; i++) {
            text.append("Reader ")
                    .append(own.nextInt(1_000_000))
                    .append(" wrote to desk ")
                    .append(own.nextInt(1_000_000));
            text.append(" about item ").append(own.nextInt(1_000_000)).append(".\n");
        }
        return text + (corrected ? "This report has been corrected.\n" : "");
    }
}
