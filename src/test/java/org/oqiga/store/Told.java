package org.oqiga.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.oqiga.extract.Extraction;
import org.oqiga.extract.Skip;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;
import org.oqiga.geoparse.Resolution;
import org.oqiga.geoparse.Toponym;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.Figures;
import org.oqiga.incident.Incident;
import org.oqiga.incident.IncidentType;
import org.oqiga.incident.Period;
import org.oqiga.incident.Source;
import org.oqiga.incident.Status;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.Toll;
import org.oqiga.incident.Verdict;
import org.oqiga.ingest.Ingest;
import org.oqiga.link.Linked;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Unread;

/** Reports as an extraction might have read them, so that storing and serving are tested without it. */
public final class Told {

    public static final Place ALMATY =
            place("geonames:1526384", "Almaty", "Алматы", PlaceLevel.TOWN, 76.92, 43.25, "KZ", "Almaty");
    public static final Place ZHANAOZEN =
            place("geonames:607610", "Zhanaozen", "Жаңаөзен", PlaceLevel.TOWN, 52.86, 43.34, "KZ", "Mangystau");
    public static final Place KAZAKHSTAN =
            place("country:KZ", "Kazakhstan", "Қазақстан", PlaceLevel.COUNTRY, 67, 48, "KZ", "");
    public static final Place TAVEUNI =
            place("oqiga:taveuni", "Taveuni", "", PlaceLevel.TOWN, -179.99, -16.8, "FJ", "Northern");

    private final Map<String, Extraction> byReport = new LinkedHashMap<>();
    private final Map<String, Report> reports = new LinkedHashMap<>();

    private static Place place(
            String id,
            String name,
            String local,
            PlaceLevel level,
            double lon,
            double lat,
            String country,
            String admin1) {
        return new Place(
                id,
                new Names(name, local),
                level,
                new Spot(lon, lat),
                new Parents(country, admin1.isEmpty() ? "" : "admin1:" + admin1, admin1),
                1000,
                12);
    }

    /** Adds a report; each incident is told by one of its sentences. */
    public Told report(String name, LocalDate published, Telling... tellings) {
        var text = new StringBuilder("Report " + name + ".\n");
        var report = new Report(name, "", Optional.of(published), "en", Optional.of("About " + name), Optional.empty());
        var incidents = new java.util.ArrayList<Incident>();
        for (var telling : tellings) {
            incidents.add(telling.in(report, text.length(), name + "#" + incidents.size()));
            text.append(telling.sentence()).append('\n');
        }
        int at = text.length();
        text.append("Nothing happened in Nure-Sultan.");
        var capital = place(
                "oqiga:nur-sultan", "Nur-Sultan", "Нұр-Сұлтан", PlaceLevel.TOWN, 71.43, 51.13, "KZ", "Nur-Sultan");
        var named = new Resolution.Settled(
                new Toponym("Nure-Sultan", at + 20, Toponym.Role.LOCATION),
                capital,
                0.8,
                "one letter off",
                List.of(new Resolution.Rejected(ALMATY, 0.1, "another name")));
        var skip = new Skip(Skip.Reason.NEGATED, "Nothing happened", at, at + 16);
        byReport.put(name, new Extraction(List.of(named), List.of(), incidents, List.of(skip)));
        reports.put(name, new Report(name, text.toString(), report.published(), "en", report.title(), report.url()));
        return this;
    }

    /** One sentence of a report and what it tells. */
    public record Telling(IncidentType type, Place place, Period period, String sentence, Toll toll) {

        public static Telling of(IncidentType type, Place place, String first, String last, String sentence) {
            return new Telling(
                    type,
                    place,
                    Period.days(LocalDate.parse(first), LocalDate.parse(last), TimePrecision.DAY),
                    sentence,
                    Toll.NONE);
        }

        public static Telling at(IncidentType type, Place place, String hour, String sentence) {
            var moment = LocalDateTime.parse(hour);
            return new Telling(type, place, new Period(moment, moment, TimePrecision.HOUR), sentence, Toll.NONE);
        }

        public Telling killing(int number) {
            return new Telling(
                    type,
                    place,
                    period,
                    sentence,
                    new Toll(Optional.of(new Toll.Range(number, number, number)), Optional.empty(), Optional.empty()));
        }

        Incident in(Report report, int start, String id) {
            var deaths =
                    toll.deaths().map(range -> OptionalInt.of(range.best())).orElse(OptionalInt.empty());
            var source = new Source(
                    new Source.ReportRef(report.name(), report.title(), report.url(), report.published()),
                    new Source.Quote(sentence, start, start + sentence.length()),
                    Optional.of("Interfax"),
                    Assertion.STATED,
                    new Figures(deaths, OptionalInt.empty(), OptionalInt.empty()),
                    Optional.empty());
            return new Incident(
                    id,
                    new Incident.What(
                            type, type.label() + " in " + place.name(), List.of("protesters"), Assertion.STATED),
                    new Incident.When(period, Optional.empty()),
                    place,
                    toll,
                    new Incident.Standing(0.8, Status.EXTRACTED),
                    List.of(source));
        }
    }

    /** Joins what is of one type, at one place, from one day on. */
    public static List<Linked> link(List<Incident> tellings, List<Verdict> verdicts) {
        Map<String, List<Incident>> clusters = new LinkedHashMap<>();
        for (var telling : tellings) {
            var key = telling.type() + " " + telling.place().id() + " "
                    + telling.period().firstDay();
            clusters.computeIfAbsent(key, any -> new java.util.ArrayList<>()).add(telling);
        }
        return clusters.values().stream().map(Told::joined).toList();
    }

    private static Linked joined(List<Incident> same) {
        var first = same.get(0);
        var whole = new Incident(
                first.id(),
                first.what(),
                first.when(),
                first.place(),
                first.toll(),
                first.standing(),
                same.stream().flatMap(telling -> telling.sources().stream()).toList());
        return new Linked(whole, same.stream().map(Incident::id).toList(), List.of());
    }

    public Ingest ingest(Database database) {
        return ingest(database, "rules", Told::link);
    }

    /** Takes the reports in by rules of that name, linked as given. */
    public Ingest ingest(
            Database database, String rules, BiFunction<List<Incident>, List<Verdict>, List<Linked>> link) {
        return new Ingest(database.connections(), Told::zone, rules, this::extraction, link);
    }

    /** What is told of a report of that name. */
    public Extraction extraction(Report report) {
        return Optional.ofNullable(byReport.get(report.name())).orElseThrow();
    }

    public static ZoneId zone(Place place) {
        return ZoneId.of(place.parents().country().equals("FJ") ? "Pacific/Fiji" : "Asia/Almaty");
    }

    public Stream<Unread> unread() {
        return reports.values().stream().map(report -> () -> new Reading.Success(report));
    }

    /** Hears of nothing. */
    public static final Ingest.Progress SILENT = new Ingest.Progress() {
        @Override
        public void done(String report) {}

        @Override
        public void failed(String report, String message) {}
    };
}
