package org.oqiga.geoparse;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.report.Report;
import org.oqiga.report.Words;

/**
 * Prints the places of text files, a name a line, for scoring: {@code [--roles|--marked] [--language ru] [--time] FILE...}.
 *
 * <p>{@code --time}, over 118 news articles on one core of a 2-core machine shared with others: 500 to 600 reports of 3 KB a second.
 */
final class PrintPlaces {

    private PrintPlaces() {}

    public static void main(String[] args) throws IOException {
        var files = new ArrayList<Path>();
        String language = "en";
        boolean roles = false;
        boolean marked = false;
        boolean time = false;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--language" -> language = args[++i];
                case "--marked" -> marked = true;
                case "--roles" -> roles = true;
                case "--time" -> time = true;
                default -> files.add(Path.of(args[i]));
            }
        }
        long loading = System.nanoTime();
        var geoparser = new Geoparser(Gazetteer.load());
        System.err.printf("loaded in %d ms%n", (System.nanoTime() - loading) / 1_000_000);
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var reports = new ArrayList<Report>();
        for (Path file : files) {
            reports.add(new Report(
                    file.getFileName().toString(),
                    Files.readString(file),
                    Optional.empty(),
                    language,
                    Optional.empty(),
                    Optional.empty()));
        }
        for (Report report : reports) {
            List<Resolution> found = geoparser.parse(report, Words.of(report.text(), language));
            if (marked) {
                out.println("# " + report.name() + "\n" + marked(report.text(), found));
            } else {
                for (Resolution one : found) {
                    out.println(roles ? explained(one) : line(report, one));
                }
            }
        }
        out.flush();
        if (time) {
            time(geoparser, reports);
        }
    }

    private static void time(Geoparser geoparser, List<Report> reports) {
        var clock = ManagementFactory.getThreadMXBean(); // the core's time, whatever else the machine does
        for (int round = 0; round < 8; round++) {
            long cutting = 0;
            long parsing = 0;
            long characters = 0;
            for (int i = 0; i < 5; i++) {
                for (Report report : reports) {
                    long start = clock.getCurrentThreadCpuTime();
                    Words words = Words.of(report.text(), report.language());
                    long cut = clock.getCurrentThreadCpuTime();
                    geoparser.parse(report, words);
                    parsing += clock.getCurrentThreadCpuTime() - cut;
                    cutting += cut - start;
                    characters += report.text().length();
                }
            }
            System.err.printf(
                    "%.0f reports of 3 KB a second (words alone: %.0f)%n",
                    characters / 3000.0 / (parsing / 1e9), characters / 3000.0 / (cutting / 1e9));
        }
    }

    /** The text with its places in brackets: the first letter of the role, the name, where it was put. */
    private static String marked(String text, List<Resolution> found) {
        var out = new StringBuilder();
        int from = 0;
        for (Resolution resolution : found) {
            Toponym toponym = resolution.toponym();
            out.append(text, from, toponym.start())
                    .append('[')
                    .append(toponym.role().name().charAt(0))
                    .append(' ')
                    .append(toponym.text());
            String where = resolution
                    .place()
                    .map(place -> place.name() + " " + place.parents().country())
                    .orElse("?");
            out.append(" = ").append(where).append(']');
            from = toponym.end();
        }
        return out.append(text.substring(from)).toString();
    }

    private static String line(Report report, Resolution resolution) {
        Toponym toponym = resolution.toponym();
        String found = report.name() + "\t" + toponym.start() + "\t" + toponym.end() + "\t"
                + toponym.text().replaceAll("\\s", " ");
        if (resolution instanceof Resolution.Settled settled) {
            Place place = settled.where();
            return String.join(
                    "\t",
                    found,
                    place.id(),
                    place.name(),
                    "" + place.at().lat(),
                    "" + place.at().lon(),
                    place.level().label(),
                    "" + settled.confidence());
        }
        return found + "\t\t\t\t\t\t";
    }

    private static String explained(Resolution resolution) {
        Toponym toponym = resolution.toponym();
        String found = toponym.role() + "\t" + toponym.text().replaceAll("\\s", " ");
        if (resolution instanceof Resolution.Settled settled) {
            Place place = settled.where();
            return found + "\t" + place.name() + " " + place.parents().admin1() + " "
                    + place.parents().country() + " " + place.level().label() + "\t" + settled.confidence() + "\t"
                    + settled.reason();
        }
        return found + "\t-";
    }
}
