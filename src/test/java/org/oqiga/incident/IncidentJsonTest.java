package org.oqiga.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.oqiga.gazetteer.Names;
import org.oqiga.gazetteer.Parents;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.gazetteer.Spot;

class IncidentJsonTest {

    private static final Place ALMATY = new Place(
            "geonames:1526384",
            new Names("Almaty", "Алматы"),
            PlaceLevel.TOWN,
            new Spot(76.92, 43.25),
            new Parents("KZ", "", "Almaty"),
            0,
            12);
    private static final Place AT_SEA = new Place(
            "oqiga:sea", new Names("At sea", ""), PlaceLevel.SITE, new Spot(51, 44), new Parents("", "", ""), 0, 2.5);

    private final IncidentJson json = new IncidentJson(place -> ZoneId.of("Asia/Almaty"));
    private final IncidentReader reader = new IncidentReader(id -> Optional.empty());

    @Test
    void aFeatureHasThePropertiesOfTheContractInTheirOrder() throws IOException {
        var feature = new ObjectMapper().readTree(json.toJson(rich()));
        assertEquals("Feature", feature.path("type").textValue());
        assertEquals("[76.92,43.25]", feature.at("/geometry/coordinates").toString());
        var names = new ArrayList<String>();
        feature.path("properties").fieldNames().forEachRemaining(names::add);
        assertEquals(
                "title type start end time_precision in_force_until place place_local place_id place_level admin1 country "
                        + "uncertainty_km actors assertion deaths deaths_low deaths_high injured injured_low injured_high "
                        + "arrested arrested_low arrested_high confidence status reports first_published acled_event_type "
                        + "acled_sub_event_type plover sources",
                String.join(" ", names));
        var sourceNames = new ArrayList<String>();
        feature.at("/properties/sources/0").fieldNames().forEachRemaining(sourceNames::add);
        assertEquals(
                "report title url published quote start end attribution assertion deaths injured arrested victims",
                String.join(" ", sourceNames));
    }

    @Test
    void anHourHasTheOffsetOfItsPlaceAndADayHasNone() throws IOException {
        var properties = new ObjectMapper().readTree(json.toJson(rich())).path("properties");
        assertEquals("2022-01-05T16:44:00+06:00", properties.path("start").textValue());
        var day = new ObjectMapper().readTree(json.toJson(bare())).path("properties");
        assertEquals("2022-01-01", day.path("start").textValue());
        assertEquals("2022-01-02", day.path("end").textValue());
    }

    @Test
    void whatIsUnknownIsNullAndNeverLeftOut() throws IOException {
        var properties = new ObjectMapper().readTree(json.toJson(bare())).path("properties");
        for (var name : List.of(
                "place_local",
                "admin1",
                "country",
                "deaths",
                "deaths_low",
                "in_force_until",
                "first_published",
                "plover")) {
            assertTrue(properties.has(name) && properties.path(name).isNull(), name);
        }
        assertEquals("2.5", properties.path("uncertainty_km").toString());
    }

    @Test
    void reportsAreCountedOnceAndTheFirstDayOfPublicationIsTheEarliest() throws IOException {
        var properties = new ObjectMapper().readTree(json.toJson(rich())).path("properties");
        assertEquals(2, properties.path("reports").intValue());
        assertEquals("2022-01-05", properties.path("first_published").textValue());
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() {
        assertEquals(rich(), reader.read(json.toJson(rich())));
        assertEquals(bare(), reader.read(json.toJson(bare())));
    }

    @Test
    void aPlaceThatTheGazetteerKnowsIsTakenFromIt() {
        var known =
                new Place(ALMATY.id(), new Names("Alma-Ata", ""), ALMATY.level(), ALMATY.at(), ALMATY.parents(), 5, 1);
        assertEquals(
                known,
                new IncidentReader(id -> Optional.of(known))
                        .read(json.toJson(rich()))
                        .place());
    }

    @Test
    void aCollectionIsOneDocumentWhetherFullOrEmpty() throws IOException {
        for (var incidents : List.of(List.<Incident>of(), List.of(rich(), bare()))) {
            var bytes = new ByteArrayOutputStream();
            try (var collection = new FeatureCollectionWriter(bytes, json)) {
                for (var incident : incidents) {
                    collection.write(incident);
                }
            }
            var read = new ObjectMapper().readTree(bytes.toString(StandardCharsets.UTF_8));
            assertEquals("FeatureCollection", read.path("type").textValue());
            assertEquals(incidents.size(), read.path("features").size());
        }
    }

    private static Incident rich() {
        return new Incident(
                "almaty-1",
                new Incident.What(
                        IncidentType.CLASH, "“Clash” in Almaty", List.of("police", "protesters"), Assertion.CLAIMED),
                new Incident.When(
                        new Period(
                                LocalDateTime.of(2022, 1, 5, 16, 44),
                                LocalDateTime.of(2022, 1, 5, 18, 0),
                                TimePrecision.HOUR),
                        Optional.of(LocalDate.of(2022, 1, 19))),
                ALMATY,
                new Toll(Optional.of(new Toll.Range(8, 18, 26)), Optional.empty(), Optional.empty()),
                new Incident.Standing(0.86, Status.EXTRACTED),
                List.of(source("a.txt", 6), source("a.txt", 6), source("b.txt", 5)));
    }

    private static Source source(String report, int day) {
        return new Source(
                new Source.ReportRef(
                        report,
                        Optional.of("T"),
                        Optional.of("https://a.example"),
                        Optional.of(LocalDate.of(2022, 1, day))),
                new Source.Quote("Police clashed \u2028 with a crowd", 3, 32),
                Optional.of("Interfax"),
                Assertion.CLAIMED,
                new Figures(OptionalInt.of(18), OptionalInt.empty(), OptionalInt.of(0)),
                Optional.of("officers"));
    }

    private static Incident bare() {
        return new Incident(
                "sea-1",
                new Incident.What(IncidentType.CASUALTIES, "Toll", List.of(), Assertion.STATED),
                new Incident.When(
                        Period.days(LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 2), TimePrecision.DAY),
                        Optional.empty()),
                AT_SEA,
                Toll.NONE,
                new Incident.Standing(0.5, Status.DISPUTED),
                List.of(new Source(
                        new Source.ReportRef("c.txt", Optional.empty(), Optional.empty(), Optional.empty()),
                        new Source.Quote("One", 0, 3),
                        Optional.empty(),
                        Assertion.STATED,
                        Figures.NONE,
                        Optional.empty())));
    }
}
