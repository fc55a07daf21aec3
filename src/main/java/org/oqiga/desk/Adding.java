package org.oqiga.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.oqiga.gazetteer.Gazetteer;
import org.oqiga.gazetteer.Place;
import org.oqiga.gazetteer.PlaceLevel;
import org.oqiga.incident.Assertion;
import org.oqiga.incident.CorrectionJson;
import org.oqiga.incident.Figures;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Period;
import org.oqiga.incident.Source;
import org.oqiga.incident.Status;
import org.oqiga.incident.TimePrecision;
import org.oqiga.incident.Toll;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Testimony;
import org.oqiga.report.Report;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.Intake;
import org.oqiga.store.ReportRepository;

/** Makes an incident of a sentence that was missed. */
@ApplicationScoped
public class Adding {

    /** What fields are called here, for the sentence has a start and an end too. */
    private static final Map<String, String> NAMES = Map.of("start", "from", "end", "to");

    private final DataSource database;
    private final Atlas atlas;
    private final Testimony testimony;

    public Adding(DataSource database, Atlas atlas, Testimony testimony) {
        this.database = database;
        this.atlas = atlas;
        this.testimony = testimony;
    }

    /** A stretch of a report's text, in UTF-16 units, {@code end} excluded. */
    public record Sentence(String report, int start, int end) {}

    /**
     * Adds what the sentence tells; returns the id of the incident that it is taken for.
     *
     * @param fields as in a correction, but from and to are its days, for start and end are the sentence's; type, from and
     *     place_id must be there
     */
    public String add(Sentence sentence, ObjectNode fields, By by) {
        var report = new ReportRepository(database)
                .report(sentence.report())
                .orElseThrow(() -> new NotThereException("report \"" + sentence.report() + "\""));
        var gazetteer = atlas.gazetteer();
        var told = told(report, sentence, fields, gazetteer);
        try (var store = Intake.begin(database, gazetteer::zone)) {
            var change = testimony
                    .add(told, by, store)
                    .orElseThrow(() -> RefusedException.asThingsStand("that sentence has been added already"));
            store.history().record(change, by);
            store.commit();
            return change.about().incidents().get(0);
        }
    }

    private static Incident told(Report report, Sentence sentence, ObjectNode fields, Gazetteer gazetteer) {
        var quote = quote(report.text(), sentence);
        try {
            return told(report, quote, renamed(fields), gazetteer);
        } catch (WrongFieldException e) {
            throw NAMES.containsKey(e.field()) ? e.called(NAMES.get(e.field())) : e;
        }
    }

    private static ObjectNode renamed(ObjectNode fields) {
        var renamed = fields.deepCopy();
        NAMES.forEach((name, called) -> {
            if (renamed.has(called)) {
                renamed.set(name, renamed.remove(called));
            }
        });
        return renamed;
    }

    private static Incident told(Report report, Source.Quote quote, ObjectNode fields, Gazetteer gazetteer) {
        var given = new CorrectionJson(gazetteer::place).read(fields);
        var type = given.what().type().orElseThrow(() -> new WrongFieldException("type", "there"));
        var start = given.when().start().orElseThrow(() -> new WrongFieldException("start", "there"));
        var place = given.where().place().orElseThrow(() -> new WrongFieldException("place_id", "there"));
        var end = given.when().end().filter(it -> !it.isBefore(start)).orElse(start);
        var source = new Source(
                new Source.ReportRef(report.name(), report.title(), report.url(), report.published()),
                quote,
                Optional.empty(),
                Assertion.STATED,
                Figures.NONE,
                Optional.empty());
        var id = id(report.name(), quote.text(), type.label(), place.id(), start.toString(), end.toString());
        var bare = new Incident(
                id,
                new Incident.What(type, title(type.label(), place), List.of(), Assertion.STATED),
                new Incident.When(new Period(start, end, TimePrecision.DAY), Optional.empty()),
                place,
                Toll.NONE,
                new Incident.Standing(1, Status.EXTRACTED),
                List.of(source));
        // moments go by the clock of the place, and say how exactly the time is known
        var exact = new Patch(fields, gazetteer).on(Fields.none(), bare);
        return new CorrectionJson(gazetteer::place).read(exact).applyTo(bare);
    }

    private static Source.Quote quote(String text, Sentence sentence) {
        if (sentence.start() < 0 || sentence.end() > text.length() || sentence.start() >= sentence.end()) {
            throw new WrongFieldException(
                    "end", "after start, and both in the report's text, which has " + text.length() + " UTF-16 units");
        }
        var words = text.substring(sentence.start(), sentence.end());
        boolean halved = Character.isLowSurrogate(words.charAt(0))
                || Character.isHighSurrogate(words.charAt(words.length() - 1));
        if (words.isBlank() || words.length() > Source.Quote.MAX_LENGTH || halved) {
            throw new WrongFieldException(
                    "end", "the end of a sentence of at most " + Source.Quote.MAX_LENGTH + " UTF-16 units");
        }
        return new Source.Quote(words, sentence.start(), sentence.end());
    }

    private static String title(String type, Place place) {
        return type.substring(0, 1).toUpperCase(Locale.ROOT)
                + type.substring(1)
                + (place.level() == PlaceLevel.SITE ? " at " : " in ")
                + place.name();
    }

    /** The same for the same, so that what is sent twice is one. */
    private static String id(String... parts) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
            return "desk-" + HexFormat.of().formatHex(hash).substring(0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
