package org.oqiga.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.oqiga.store.Told.Telling.of;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.extract.Skip;
import org.oqiga.incident.IncidentType;
import org.oqiga.link.Linker;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.report.Unread;
import org.oqiga.store.Audience;
import org.oqiga.store.Counted;
import org.oqiga.store.Database;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.ReportRepository;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

class IngestTest {

    private static final Told.Telling PROTEST =
            of(IncidentType.PROTEST, Told.ZHANAOZEN, "2022-01-02", "2022-01-02", "Drivers blocked the road.");
    private static final Told.Telling RIOT =
            of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-05", "Shops were looted.");

    private final Database database = TestCluster.shared();

    @BeforeEach
    void anEmptyStore() throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "TRUNCATE report, mention, telling, incident, place, history, decision, verdict, correction");
        }
    }

    @Test
    void whatIsReadAndSkippedIsCounted() {
        var tally = take(new Told().report("a.txt", day(3), PROTEST, RIOT).report("b.txt", day(6), RIOT));
        assertEquals(new Tally(2, 0, 0, 0, 3, Map.of(Skip.Reason.NEGATED, 2)), tally);
        assertEquals(List.of("a.txt#0", "a.txt#1"), ids());
    }

    @Test
    void theSameReportsReadTwiceChangeNothing() {
        var told = new Told().report("a.txt", day(3), PROTEST).report("b.txt", day(6), PROTEST, RIOT);
        take(told);
        var before = features();
        long revision = incidents().revision();
        assertEquals(new Tally(0, 0, 2, 0, 0, Map.of()), take(told));
        assertEquals(before, features());
        assertEquals(revision, incidents().revision());
    }

    @Test
    void aChangedReportReplacesWhatItToldBefore() {
        take(new Told().report("a.txt", day(3), PROTEST, RIOT));
        assertEquals(1, take(new Told().report("a.txt", day(3), RIOT)).stored());
        assertEquals(List.of("riot"), types());
        assertTrue(report("a.txt").path("version").asInt() == 2);
    }

    @Test
    void anIncidentKeepsItsIdWhenAnEarlierReportOfItComesIn() {
        take(new Told().report("late.txt", day(6), PROTEST));
        var id = ids().get(0);
        take(new Told().report("early.txt", day(3), PROTEST));
        assertEquals(List.of(id), ids());
        assertEquals(2, features().get(0).at("/properties/reports").asInt());
    }

    @Test
    void anIncidentKeepsItsIdWhenTheReportThatNamedItIsChanged() {
        take(new Told().report("a.txt", day(3), PROTEST).report("b.txt", day(4), PROTEST));
        var id = ids().get(0);
        take(new Told().report("a.txt", day(3), RIOT));
        assertEquals(List.of("protest", "riot"), types());
        assertEquals(id, ids().get(0));
        assertNotEquals(id, ids().get(1));
    }

    @Test
    void theOrderInWhichReportsComeInMakesNoDifference() {
        var forth = new Told()
                .report("a.txt", day(3), PROTEST, RIOT)
                .report("b.txt", day(6), RIOT)
                .report("c.txt", day(4), PROTEST);
        var back = new Told()
                .report("c.txt", day(4), PROTEST)
                .report("b.txt", day(6), RIOT)
                .report("a.txt", day(3), PROTEST, RIOT);
        take(forth);
        var first = sources();
        try {
            anEmptyStore();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        back.unread().forEach(one -> back.ingest(database).take(Stream.of(one), Told.SILENT));
        assertEquals(first, sources());
    }

    @Test
    void twoCopiesOfOneTextAreOneSourceAndSayWhoseTextTheyAre() {
        var text =
                "Drivers blocked the road. " + "The agency tells at length how it came to that, on day one. ".repeat(3)
                        + "They asked for the price of gas to be halved and for the governor to come out to them and"
                        + " speak.";
        var protest = of(IncidentType.PROTEST, Told.ZHANAOZEN, "2022-01-02", "2022-01-02", text);
        var told = new Told().report("daily.txt", day(4), protest).report("agency.txt", day(3), protest);
        told.ingest(database, "rules", new Linker()::link).take(told.unread(), Told.SILENT);

        var incident = features().get(0).path("properties");
        assertEquals(1, features().size());
        assertEquals(1, incident.path("reports").asInt());
        assertEquals(0.8, incident.path("confidence").asDouble());
        assertTrue(incident.at("/sources/0/same_text_as").isMissingNode());
        assertEquals("agency.txt", incident.at("/sources/1/same_text_as").asText());
        assertEquals("agency.txt", report("daily.txt").path("same_text_as").asText());
        assertEquals("daily.txt", report("agency.txt").at("/copies/0").asText());
    }

    @Test
    void aCopyThatIsRewrittenCountsAsASourceOfItsOwn() {
        var text =
                "Drivers blocked the road. " + "The agency tells at length how it came to that, on day one. ".repeat(3)
                        + "They asked for the price of gas to be halved and for the governor to come out to them and"
                        + " speak.";
        var protest = of(IncidentType.PROTEST, Told.ZHANAOZEN, "2022-01-02", "2022-01-02", text);
        var told = new Told().report("agency.txt", day(3), protest).report("daily.txt", day(4), protest);
        told.ingest(database, "rules", new Linker()::link).take(told.unread(), Told.SILENT);
        var again = new Told().report("agency.txt", day(3), PROTEST);
        again.ingest(database, "rules", new Linker()::link).take(again.unread(), Told.SILENT);

        var incident = features().get(0).path("properties");
        assertEquals(2, incident.path("reports").asInt());
        assertTrue(incident.path("confidence").asDouble() > 0.8);
        assertTrue(report("daily.txt").path("same_text_as").isNull());
    }

    @Test
    void whatOtherRulesReadIsReadAgainAndKeepsItsIds() {
        var before = new Told().report("a.txt", day(3), PROTEST, RIOT).report("b.txt", day(6), RIOT);
        take(before);
        var ids = ids();
        long revision = incidents().revision();
        assertEquals(0, before.ingest(database).renew(() -> false, Told.SILENT).reports());
        assertEquals(revision, incidents().revision());

        // better rules: the riot comes first, on two days, and the drivers' block is seen to have been a clash
        var longer = of(IncidentType.RIOT, Told.ALMATY, "2022-01-05", "2022-01-06", "Shops were looted.");
        var clash = of(IncidentType.CLASH, Told.ZHANAOZEN, "2022-01-02", "2022-01-02", "Drivers blocked the road.");
        var after = new Told().report("a.txt", day(3), longer, clash).report("b.txt", day(6), longer);
        var tally = after.ingest(database, "better rules", Told::link).renew(() -> false, Told.SILENT);

        assertEquals(2, tally.again());
        assertEquals(0, tally.stored());
        assertEquals(List.of("clash", "riot"), types());
        assertEquals(ids, ids());
        assertEquals(1, report("a.txt").path("version").asInt());
        assertEquals(
                0,
                after.ingest(database, "better rules", Told::link)
                        .renew(() -> false, Told.SILENT)
                        .again());
    }

    @Test
    void aReportThatCannotBeReadHoldsUpNoOther() {
        var told = new Told().report("a.txt", day(3), PROTEST);
        var failures = new ArrayList<String>();
        Unread broken = () -> new Reading.Failure("b.pdf", "is no PDF");
        Unread unknown = () -> new Reading.Success(
                new Report("c.txt", "x", Optional.empty(), "en", Optional.empty(), Optional.empty()));
        var tally = told.ingest(database)
                .take(Stream.concat(Stream.of(broken, unknown), told.unread()), new Ingest.Progress() {
                    @Override
                    public void done(String report) {}

                    @Override
                    public void failed(String report, String message) {
                        failures.add(report + " " + message);
                    }
                });
        assertEquals(2, tally.failed());
        assertEquals(1, tally.stored());
        assertEquals("b.pdf is no PDF", failures.get(0));
        assertTrue(failures.get(1).startsWith("c.txt could not be worked through"), failures.get(1));
    }

    @Test
    void signsThatADatabaseCannotKeepAreReplacedOneForOne() {
        var unclean = new Report(
                "a\u0000",
                "Shops\u0000 \uD800were 🔥 looted.",
                Optional.empty(),
                "en",
                Optional.empty(),
                Optional.empty());
        var clean = Content.storable(unclean);
        assertEquals("a\uFFFD", clean.name());
        assertEquals("Shops\uFFFD \uFFFDwere 🔥 looted.", clean.text());
    }

    @Test
    void aReportShowsItsNamesDatesAndIncidents() {
        take(new Told().report("a.txt", day(3), PROTEST));
        var report = report("a.txt");
        var text = report.path("text").asText();
        var incident = report.at("/incidents/0");
        assertEquals(
                "Drivers blocked the road.",
                text.substring(
                        incident.path("start").asInt(), incident.path("end").asInt()));
        var name = report.at("/toponyms/0");
        assertEquals(
                "Nure-Sultan",
                text.substring(name.path("start").asInt(), name.path("end").asInt()));
        assertEquals("Nur-Sultan", name.path("place").asText());
        assertEquals("location", name.path("role").asText());
        assertEquals("Almaty", name.at("/rejected/0/name").asText());
        assertEquals("said not to have happened", report.at("/skips/0/reason").asText());
    }

    @Test
    void manyReportsAreStoredByAsManyStatementsAsFew() {
        var few = new Told().report("a0", day(3), PROTEST).report("a1", day(4), RIOT);
        var many = new Told();
        IntStream.range(0, 40)
                .forEach(i -> many.report(
                        "r" + i,
                        day(3 + i % 7),
                        PROTEST,
                        of(IncidentType.CLASH, Told.ALMATY, dayOf(i), dayOf(i), "They clashed on the day " + i + ".")));
        var counted = new Counted(database.connections());
        take(few, counted);
        int forFew = counted.statements();
        take(many, counted);
        int forMany = counted.statements();
        // each is looked up once, by whoever reads it
        assertTrue(forMany - 40 <= forFew - 2 + 4, forFew + " for two, " + forMany + " for forty");
    }

    @Test
    void whatIsStoredAgainUnchangedIsNotWrittenAgain() throws SQLException {
        take(new Told().report("a.txt", day(3), PROTEST, RIOT));
        var before = rows();
        take(new Told().report("b.txt", day(6), RIOT));
        var after = rows();
        assertEquals(before.get("protest"), after.get("protest"));
        assertNotEquals(before.get("riot"), after.get("riot"));
        assertEquals(before.get(Told.ALMATY.id()), after.get(Told.ALMATY.id()));
    }

    @Test
    void twoVersionsOfAReportInOneBatchAreTwoVersions() {
        var first = new Told().report("a.txt", day(3), PROTEST);
        var second = new Told().report("a.txt", day(4), PROTEST).report("b.txt", day(4), PROTEST);
        var tally = second.ingest(database).take(Stream.concat(first.unread(), second.unread()), Told.SILENT);
        assertEquals(3, tally.stored());
        assertEquals(2, report("a.txt").path("version").asInt());
        assertEquals("2022-01-04", report("a.txt").path("published").asText());
        assertEquals(1, ids().size());
        assertEquals(2, features().get(0).at("/properties/reports").asInt());
    }

    @Test
    void copiesAmongManyThatShareAPhraseAreStillFound() throws SQLException {
        var phrase =
                " The ministry of the interior said in a statement that order had been restored in the whole city.";
        var told = new Told();
        IntStream.range(0, 300).forEach(i -> told.report("r" + i, day(3), saying(i, words(i) + phrase)));
        IntStream.range(0, 3).forEach(i -> told.report("copy" + i, day(4), saying(i, words(i) + phrase)));
        var all = told.unread().toList();
        told.ingest(database).take(all.subList(0, 300).stream(), Told.SILENT);
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ANALYZE report");
        }
        told.ingest(database).take(all.subList(300, 303).stream(), Told.SILENT);
        for (int i = 0; i < 3; i++) {
            assertEquals("r" + i, report("copy" + i).path("same_text_as").asText());
        }
    }

    private static Told.Telling saying(int number, String sentence) {
        return of(IncidentType.PROTEST, Told.ALMATY, dayOf(number), dayOf(number), sentence);
    }

    private static String words(int number) {
        var chance = new java.util.Random(number);
        return IntStream.range(0, 45)
                .mapToObj(i -> "word" + chance.nextInt(100_000))
                .collect(java.util.stream.Collectors.joining(" "));
    }

    private static String dayOf(int number) {
        return LocalDate.of(2022, 1, 1).plusDays(number).toString();
    }

    /** Which version of its row is there of each incident, by type, and of each place. */
    private Map<String, String> rows() throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT type, xmin::text || ctid::text FROM incident"
                        + " UNION ALL SELECT id, xmin::text || ctid::text FROM place")) {
            var rows = new java.util.HashMap<String, String>();
            while (found.next()) {
                rows.put(found.getString(1), found.getString(2));
            }
            return rows;
        }
    }

    @Test
    void aThousandReportsTakeSeconds() {
        var told = new Told();
        IntStream.range(0, 1000)
                .forEach(i -> told.report(
                        "r" + i,
                        day(3 + i % 7),
                        PROTEST,
                        RIOT,
                        of(
                                IncidentType.CLASH,
                                Told.ALMATY,
                                "2022-01-0" + (1 + i % 9),
                                "2022-01-0" + (1 + i % 9),
                                "They clashed.")));
        long start = System.nanoTime();
        take(told);
        long seconds = (System.nanoTime() - start) / 1_000_000_000;
        assertTrue(seconds < 20, seconds + " s");
        assertEquals(2 + 9, ids().size());
    }

    private static void take(Told told, Counted database) {
        new Ingest(database.source(), Told::zone, "rules", told::extraction, Told::link)
                .take(told.unread(), Told.SILENT);
    }

    private Tally take(Told told) {
        return told.ingest(database).take(told.unread(), Told.SILENT);
    }

    private IncidentRepository incidents() {
        return new IncidentRepository(database.connections());
    }

    private List<JsonNode> features() {
        var text = new ByteArrayOutputStream();
        try {
            incidents().features(IncidentFilter.ALL, List.of(), OptionalInt.empty(), text::write);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        var features = new ArrayList<JsonNode>();
        json("[" + text.toString(StandardCharsets.UTF_8) + "]").forEach(features::add);
        return features;
    }

    private List<String> ids() {
        return features().stream().map(feature -> feature.path("id").asText()).toList();
    }

    private List<String> types() {
        return features().stream()
                .map(feature -> feature.at("/properties/type").asText())
                .toList();
    }

    private List<List<String>> sources() {
        return features().stream()
                .map(feature -> feature.at("/properties/sources").findValuesAsText("report").stream()
                        .sorted()
                        .toList())
                .toList();
    }

    private JsonNode report(String name) {
        return json(new ReportRepository(database.connections())
                .find(name, Audience.INSIDERS)
                .orElseThrow());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2022, 1, ofJanuary);
    }
}
