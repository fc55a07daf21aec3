package org.oqiga.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.oqiga.extract.Extraction;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Ingest;
import org.oqiga.ingest.Judgement;
import org.oqiga.ingest.Testimony;
import org.oqiga.link.Linker;
import org.oqiga.report.Reading;
import org.oqiga.report.Report;
import org.oqiga.store.Audience;
import org.oqiga.store.Database;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.HistoryRepository;
import org.oqiga.store.IncidentFilter;
import org.oqiga.store.IncidentRepository;
import org.oqiga.store.TestCluster;
import org.oqiga.store.Told;

/** A store with a desk in front of it, emptied for each test. */
final class DeskStore {

    static final Atlas ATLAS = new Atlas();
    static final By AIGUL = new By("aigul", Optional.of("the paper says so"));
    static final By MARAT = new By("marat", Optional.empty());

    private static final ObjectMapper JSON = new ObjectMapper();

    final Database database = TestCluster.shared();
    final Amending amending = new Amending(database.connections(), ATLAS);
    final Judgement judgement = new Judgement(database.connections(), Told::zone, new Linker()::link);
    final Testimony testimony = new Testimony(database.connections(), new Linker()::link);
    final Dating dating = new Dating(database.connections(), ATLAS, this::reader);
    final Undoing undoing = new Undoing(database.connections(), ATLAS, amending, judgement, testimony, dating);
    final Adding adding = new Adding(database.connections(), ATLAS, testimony);

    private int rules;
    private Told reading = new Told();

    void empty() {
        change("TRUNCATE report, mention, telling, incident, place, history, decision, verdict, correction,"
                + " missed, dated");
    }

    void change(String sql) {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Ingest reader() {
        return reading.ingest(database, "rules", new Linker()::link);
    }

    /** From now on a report that is read again is found to tell this. */
    void readFromNowOn(Told told) {
        reading = told;
    }

    void take(Told told) {
        told.ingest(database, "rules", new Linker()::link).take(told.unread(), Told.SILENT);
    }

    /** A report of this text comes in, in which nothing is found. */
    void takeText(String name, String text) {
        var report = new Report(name, text, Optional.of(day(6)), "en", Optional.empty(), Optional.empty());
        new Ingest(
                        database.connections(),
                        Told::zone,
                        "rules",
                        any -> new Extraction(List.of(), List.of(), List.of(), List.of()),
                        new Linker()::link)
                .take(Stream.of(() -> new Reading.Success(report)), Told.SILENT);
    }

    /** Other rules read all reports again, and find what {@code told} has now. */
    void readAgain(Told told) {
        told.ingest(database, "rules " + ++rules, new Linker()::link).renew(() -> false, Told.SILENT);
    }

    IncidentRepository.Kept kept(String id) {
        return new IncidentRepository(database.connections())
                .find(id, Audience.INSIDERS)
                .orElseThrow();
    }

    long version(String id) {
        return kept(id).version();
    }

    JsonNode facts(String id) {
        return json(kept(id).feature()).path("properties");
    }

    List<String> ids() {
        var found = new ArrayList<String>();
        try {
            new IncidentRepository(database.connections())
                    .rows(IncidentFilter.ALL, OptionalInt.empty(), row -> found.add(row.id()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    /** All changes, the oldest first. */
    List<JsonNode> history() {
        var out = new ByteArrayOutputStream();
        try {
            new HistoryRepository(database.connections()).writeLines(out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8).lines().map(DeskStore::json).toList();
    }

    /** The number of the latest change. */
    long latest() {
        var all = history();
        return all.get(all.size() - 1).path("id").asLong();
    }

    /** A patch, written with single quotes. */
    static ObjectNode patch(String json) {
        return (ObjectNode) json(json.replace('\'', '"'));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static LocalDate day(int ofJanuary) {
        return LocalDate.of(2022, 1, ofJanuary);
    }
}
