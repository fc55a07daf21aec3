package org.oqiga.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.oqiga.gazetteer.Place;
import org.oqiga.incident.Incident;
import org.oqiga.incident.Joined;
import org.oqiga.report.Report;

/** One transaction in which reports come in, alone in the whole store while it lasts; without a commit nothing happens. */
public final class Intake implements AutoCloseable {

    // the row's lock is what keeps two processes from linking the same tellings at the same time
    private static final String ALONE = "SELECT number FROM revision FOR UPDATE";
    private static final String CHANGED = "UPDATE revision SET number = number + 1";

    // a store that fills up faster than the server looks would be searched as if it were empty
    private static final String GROWN =
            "SELECT pg_stat_get_mod_since_analyze(oid) + ? > 50 + reltuples / 5 FROM pg_class"
                    + " WHERE oid = 'report'::regclass";
    private static final String COUNT_ANEW = "ANALYZE report, telling, incident, place, arrival";

    private final Connection connection;
    private final ReportRows reports;
    private final TellingRows tellings;
    private final NeighbourRows neighbours;
    private final IncidentRows incidents;
    private final Decisions decisions;
    private final Corrections corrections;
    private final History history;
    private final Missed missed;
    private final Dates dates;
    private final Shelf shelf;
    private final ArrivalRows arrivals;
    private int stored;

    private Intake(Connection connection, Function<Place, ZoneId> zones) {
        this.connection = connection;
        this.reports = new ReportRows(connection);
        this.tellings = new TellingRows(connection, zones);
        this.neighbours = new NeighbourRows(connection);
        this.corrections = new Corrections(connection);
        this.incidents = new IncidentRows(connection, zones, corrections);
        this.decisions = new Decisions(connection);
        this.history = new History(connection);
        this.missed = new Missed(connection, zones);
        this.dates = new Dates(connection);
        this.shelf = new Shelf(connection, reports, tellings, incidents, missed);
        this.arrivals = new ArrivalRows(connection);
    }

    /**
     * A report as read.
     *
     * @param content a hash of all that the extraction reads
     * @param rules the version of the rules that read it
     * @param marks toponyms, dates and skips as JSON
     * @param named the places that it names, each as often as it does
     */
    public record Read(
            Report report, String content, String rules, String marks, List<Place> named, List<Incident> told) {

        public Read {
            named = List.copyOf(named);
            told = List.copyOf(told);
        }
    }

    /** A telling and the incident it was last taken for; that is empty for a new one. */
    public record Kept(Incident telling, Optional<String> incidentId) {}

    /** {@code zones} says whose clock a place goes by. */
    public static Intake begin(DataSource database, Function<Place, ZoneId> zones) {
        try {
            var connection = database.getConnection();
            try (var statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute(ALONE);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return new Intake(connection, zones);
        } catch (SQLException e) {
            throw new StorageException("could not begin to store reports", e);
        }
    }

    /** The names of those of the reports that are in the store with this very content. */
    public Set<String> known(Map<String, String> contents) {
        return ask(() -> reports.known(contents));
    }

    /**
     * Stores reports of different names, each in place of the one of its name, if there is one; returns the blocks in which
     * anything has changed.
     */
    public List<Block> put(List<Read> reads) {
        stored += reads.size();
        return ask(() -> shelf.put(reads));
    }

    /** What people decide about tellings, within this transaction. */
    public Decisions decisions() {
        return decisions;
    }

    /** What people set right in incidents, within this transaction. */
    public Corrections corrections() {
        return corrections;
    }

    /** What people change, within this transaction. */
    public History history() {
        return history;
    }

    /** What people tell that the extraction has missed, within this transaction. */
    public Missed missed() {
        return missed;
    }

    /** The days that people say reports were published on, within this transaction. */
    public Dates dates() {
        return dates;
    }

    /** Lets a report tell what people say that it does; returns the blocks in which anything has changed. */
    public List<Block> tell(Report report, String missedId) {
        return ask(() -> {
            var told = missed.in(report).stream()
                    .filter(each -> each.id().equals(missedId))
                    .toList();
            tellings.put(Map.of(reports.id(report.name()), told), Map.of());
            return tellings.blocksOf(List.of(missedId));
        });
    }

    /** The telling is there no longer; returns the blocks in which anything has changed. */
    public List<Block> untell(String telling) {
        return ask(() -> {
            var blocks = new ArrayList<>(tellings.blocksOf(List.of(telling)));
            var left = missed.untell(telling).stream().toList();
            incidents.remember(left);
            blocks.addAll(tellings.blocksOfIncidents(left));
            return blocks;
        });
    }

    /** Stores incidents whose corrections have changed; {@code extracted} is without them. */
    public void correct(Collection<Incident> extracted) {
        ask(() -> {
            incidents.put(extracted, extracted.stream().map(Incident::id).collect(Collectors.toSet()));
            return true;
        });
    }

    /** The arrivals that reports are made of, within this transaction. */
    public ArrivalRows arrivals() {
        return arrivals;
    }

    /** The blocks that these tellings lie in. */
    public List<Block> blocks(Collection<String> tellingIds) {
        return ask(() -> tellings.blocksOf(tellingIds));
    }

    /** All tellings that share a day with one of the blocks, over chains of neighbours, a list for each chain. */
    public List<List<Kept>> neighbours(Collection<Block> blocks) {
        return ask(() -> {
            var found = neighbours.around(blocks);
            found.forEach(
                    each -> each.forEach(kept -> kept.incidentId().ifPresent(id -> incidents.remember(List.of(id)))));
            return found;
        });
    }

    /** Those of the ids that an incident bears already. */
    public Set<String> taken(Collection<String> ids) {
        return ask(() -> incidents.taken(ids));
    }

    /**
     * Stores incidents, each with the ids of the tellings that it is made of; those left without any go at the commit.
     *
     * @param joined why tellings were taken for their incidents
     */
    public void assign(Map<Incident, List<String>> linked, Collection<Joined> joined) {
        ask(() -> {
            incidents.put(linked.keySet(), Set.of());
            tellings.assign(linked, joined);
            return true;
        });
    }

    public void commit() {
        ask(() -> {
            if (stored > 0 || decisions.changed() || history.changed()) {
                incidents.dropUntold();
                Transactions.execute(connection, CHANGED);
                if (stored > 0 && hasGrown()) {
                    Transactions.execute(connection, COUNT_ANEW);
                }
            }
            connection.commit();
            return true;
        });
    }

    private boolean hasGrown() throws SQLException {
        try (var statement = connection.prepareStatement(GROWN)) {
            statement.setInt(1, stored);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        ask(() -> {
            try (connection) {
                connection.rollback();
            }
            return true;
        });
    }

    private static <T> T ask(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new StorageException("could not store reports: " + e.getMessage(), e);
        }
    }

    private interface Work<T> {
        T run() throws SQLException;
    }
}
