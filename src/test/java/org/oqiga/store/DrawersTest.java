package org.oqiga.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.oqiga.incident.IncidentRow;
import org.oqiga.incident.IncidentType;

class DrawersTest {

    /** Incidents of any length anywhere on the globe and on its edges, and boxes with days that some of them lie in. */
    private static final String MISSED =
            """
            WITH incident AS (
              SELECT lon, lat, first_day, first_day + length AS last_day, drawer_of(lat, first_day, first_day + length) AS drawer
                FROM (SELECT CASE n % 7 WHEN 0 THEN 180 WHEN 1 THEN -180 ELSE 10 + random() * 40 END AS lon,
                             CASE n % 11 WHEN 0 THEN 90 WHEN 1 THEN -90 ELSE 30 + random() * 20 END AS lat,
                             -600 + floor(random() * 1200)::int AS first_day,
                             (ARRAY[0, 1, 2, 6, 7, 8, 30, 31, 32, 400, 511, 512, 900])[1 + n % 13] AS length
                        FROM generate_series(1, 4000) n) made),
            asked AS (
              SELECT west, south, least(180, west + random() * 20) AS east, least(90, south + random() * 10) AS north, first_day,
                     first_day + floor(random() * 60)::int AS last_day
                FROM (SELECT CASE n % 5 WHEN 0 THEN 170 WHEN 1 THEN -180 ELSE 10 + random() * 30 END AS west,
                             CASE n % 7 WHEN 0 THEN 85 WHEN 1 THEN -90 ELSE 30 + random() * 15 END AS south,
                             -650 + floor(random() * 1300)::int AS first_day
                        FROM generate_series(1, 60) n) made),
            inside AS (
              SELECT drawer = ANY(drawers(south, north, a.first_day, a.last_day)) AS found
                FROM asked a JOIN incident i
                  ON lon BETWEEN west AND east AND lat BETWEEN south AND north AND i.last_day >= a.first_day AND i.first_day <= a.last_day)
            SELECT count(*) FILTER (WHERE NOT found), count(*) FROM inside
            """;

    private static final Database DATABASE = TestCluster.shared();
    private static final IncidentRepository INCIDENTS = new IncidentRepository(DATABASE.connections());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Bbox KAZAKHSTAN = new Bbox(46, 40, 88, 56);
    private static final TimeWindow.Days JUNE_2019 =
            new TimeWindow.Days(Optional.of(LocalDate.parse("2019-06-01")), Optional.of(LocalDate.parse("2019-06-30")));

    @BeforeAll
    static void report() {
        var told = new Told()
                .report(
                        "drawers.txt",
                        LocalDate.parse("2019-07-08"),
                        Told.Telling.of(
                                        IncidentType.CASUALTIES,
                                        Told.ALMATY,
                                        "2019-06-05",
                                        "2019-06-06",
                                        "Two people died at the «market».")
                                .killing(2),
                        Told.Telling.of(
                                IncidentType.CLASH,
                                Told.ALMATY,
                                "2019-06-05",
                                "2019-06-05",
                                "Stones flew in the evening."),
                        Told.Telling.at(
                                IncidentType.SEIZURE,
                                Told.ZHANAOZEN,
                                "2019-06-05T16:44",
                                "A depot was taken at 16:44."),
                        Told.Telling.of(
                                IncidentType.EMERGENCY,
                                Told.KAZAKHSTAN,
                                "2019-05-20",
                                "2019-06-20",
                                "There was an emergency for a month."),
                        Told.Telling.of(
                                IncidentType.PROTEST,
                                Told.ALMATY,
                                "2019-07-01",
                                "2019-07-01",
                                "People marched in July."));
        told.ingest(DATABASE).take(told.unread(), Told.SILENT);
    }

    @Test
    void noIncidentOfABoxAndDaysLiesInADrawerThatIsNotOpened() throws SQLException {
        try (var connection = DATABASE.connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(MISSED)) {
            rows.next();
            assertEquals(0, rows.getInt(1), "missed");
            assertTrue(rows.getInt(2) > 200, "inside: " + rows.getInt(2));
        }
    }

    @Test
    void aBoxAndDaysFindWhatTheyTouchHoweverLongItLasts() throws IOException {
        assertEquals(4, found(KAZAKHSTAN, JUNE_2019, List.of()).size());
        assertEquals(
                2, found(new Bbox(76, 43, 77.5, 43.5), JUNE_2019, List.of()).size());
    }

    @Test
    void whatIsFoundInDrawersComesInTheSameOrderAsWhatIsFoundWithoutThem() throws IOException {
        // half a year of the whole globe has too many of them
        var globe = new Bbox(-180, -90, 180, 90);
        var halfAYear = new TimeWindow.Days(Optional.of(LocalDate.parse("2019-01-01")), JUNE_2019.last());
        assertEquals(found(globe, halfAYear, List.of()), found(KAZAKHSTAN, JUNE_2019, List.of()));
    }

    @Test
    void everyAttributeThatIsPickedIsThatOfTheWholeFeature() throws IOException, SQLException {
        everyAttributeIsThatOfTheWholeFeature();
        // more than fits into an index
        changeOne(
                """
                UPDATE incident SET feature = jsonb_set(feature::jsonb, '{properties,actors}',
                  (SELECT jsonb_agg(repeat('жұмысшы ', 10) || n) FROM generate_series(1, 30) n))::text
                 WHERE type = 'seizure' AND days && daterange('2019-06-01', '2019-07-01')
                """);
        everyAttributeIsThatOfTheWholeFeature();
    }

    @Test
    void everyCellOfARowIsThatOfTheWholeFeature() throws IOException, SQLException {
        everyCellIsThatOfTheWholeFeature();
        changeOne(
                """
                UPDATE incident SET feature = replace(replace(feature, '"title":"', '"title":"\\"Жаңа\\" \\\\ \\"sources\\":['),
                                                      '"actors":[', '"actors":["a, b","c",')
                 WHERE type = 'clash' AND days && daterange('2019-06-01', '2019-07-01')
                """);
        everyCellIsThatOfTheWholeFeature();
    }

    @Test
    void cellsThatStandReadyAreNotLookedForInTheFeature() throws IOException, SQLException {
        try (var connection = DATABASE.connections().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT replace(brief, 'protest', 'ready'), feature FROM incident WHERE type = 'protest'")) {
            assertTrue(rows.next());
            var cells = new Cells.Row(rows.getBytes(1), rows.getBytes(2)).cells();
            assertEquals(Optional.of("ready"), cells.fact("type"));
            assertEquals(List.of("People marched in July."), cells.ofSources("quote"));
        }
    }

    private static void changeOne(String sql) throws SQLException {
        try (var connection = DATABASE.connections().getConnection();
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql));
        }
    }

    private static void everyCellIsThatOfTheWholeFeature() throws IOException {
        var filter = filter(KAZAKHSTAN, JUNE_2019);
        var whole = new ArrayList<IncidentRow>();
        for (var feature : found(KAZAKHSTAN, JUNE_2019, List.of())) {
            whole.add(IncidentRow.of(JSON.writeValueAsBytes(feature)));
        }
        var rows = new ArrayList<IncidentRow>();
        INCIDENTS.rows(filter, OptionalInt.empty(), rows::add);
        assertFalse(rows.isEmpty());
        assertEquals(
                whole.stream().map(DrawersTest::cells).toList(),
                rows.stream().map(DrawersTest::cells).toList());
    }

    private static List<Object> cells(IncidentRow row) {
        var cells = new ArrayList<Object>(List.of(row.id(), row.lon(), row.lat(), row.sources()));
        IncidentRow.PROPERTIES.forEach(name -> cells.add(row.fact(name)));
        IncidentRow.SOURCE.forEach(name -> cells.add(row.ofSources(name)));
        return cells;
    }

    private static void everyAttributeIsThatOfTheWholeFeature() throws IOException {
        var whole = found(KAZAKHSTAN, JUNE_2019, List.of());
        assertFalse(whole.isEmpty());
        for (var attribute : Layer.INCIDENTS.attributes()) {
            var picked = found(KAZAKHSTAN, JUNE_2019, List.of("type", attribute));
            for (int i = 0; i < whole.size(); i++) {
                var one = whole.get(i);
                assertEquals(one.path("id"), picked.get(i).path("id"));
                assertEquals(one.path("geometry"), picked.get(i).path("geometry"));
                assertEquals(
                        one.path("properties").path(attribute),
                        picked.get(i).path("properties").path(attribute),
                        attribute);
            }
        }
    }

    private static List<JsonNode> found(Bbox box, TimeWindow window, List<String> attributes) throws IOException {
        var found = new ArrayList<JsonNode>();
        var text = new ByteArrayOutputStream();
        INCIDENTS.features(filter(box, window), attributes, OptionalInt.empty(), text::write);
        JSON.readTree("[" + text.toString(StandardCharsets.UTF_8) + "]").forEach(found::add);
        return found;
    }

    private static IncidentFilter filter(Bbox box, TimeWindow window) {
        return new IncidentFilter(
                new IncidentFilter.Where(Optional.of(box), Set.of(), Optional.empty()),
                new IncidentFilter.When(Optional.of(window), Optional.empty()),
                IncidentFilter.What.ANYTHING,
                Optional.empty(),
                Audience.INSIDERS);
    }
}
