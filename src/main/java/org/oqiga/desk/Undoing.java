package org.oqiga.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.oqiga.ingest.Atlas;
import org.oqiga.ingest.Judgement;
import org.oqiga.ingest.Testimony;
import org.oqiga.store.Corrections;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.History;
import org.oqiga.store.Intake;

/** Takes changes back, each as a whole; that is a change itself and can be taken back too. */
@ApplicationScoped
public class Undoing {

    private static final String UNDONE = "undone";

    private final DataSource database;
    private final Atlas atlas;
    private final Amending amending;
    private final Judgement judgement;
    private final Testimony testimony;
    private final Dating dating;

    public Undoing(
            DataSource database,
            Atlas atlas,
            Amending amending,
            Judgement judgement,
            Testimony testimony,
            Dating dating) {
        this.database = database;
        this.atlas = atlas;
        this.amending = amending;
        this.judgement = judgement;
        this.testimony = testimony;
        this.dating = dating;
    }

    /** The number of the undoing, and the incidents that it has touched. */
    public record Undone(long change, List<String> incidents) {}

    /** Puts back what was before the change, unless a later one stands on it. */
    public Undone undo(long change, By by) {
        try (var store = Intake.begin(database, atlas.gazetteer()::zone)) {
            var made = store.history()
                    .find(change)
                    .orElseThrow(() -> new NotThereException("change " + change + " in the history"));
            made.undoneBy().ifPresent(other -> {
                throw RefusedException.asThingsStand("change " + change + " has been undone by change " + other);
            });
            store.history().standsOn(change).ifPresent(later -> {
                throw RefusedException.asThingsStand(
                        "change " + later + " stands on change " + change + "; undo that one first");
            });
            var undoing = back(made, by, store);
            long number = store.history().recordUndoing(undoing, by, change);
            store.commit();
            return new Undone(number, undoing.about().incidents());
        }
    }

    private History.Change back(History.Made made, By by, Intake store) {
        var was = made.change().kept().before();
        if (was.has("fields")) {
            return fields(made, was.path("fields"), by, store);
        }
        if (was.has("decision")) {
            boolean holds = was.path("holds").booleanValue();
            return judgement.hold(was.path("decision").longValue(), holds, once(made), by, store);
        }
        if (was.has("telling")) {
            return testimony.turn(
                    was.path("telling").textValue(), was.path("there").booleanValue(), store);
        }
        if (was.has("report")) {
            var published =
                    Optional.ofNullable(was.path("published").textValue()).map(LocalDate::parse);
            return dating.set(was.path("report").textValue(), published, UNDONE, by, store);
        }
        throw RefusedException.asThingsStand("change " + made.id() + " was made when changes could not be undone yet");
    }

    /** The incident that each telling was of before the change. */
    private static Map<String, String> once(History.Made made) {
        var once = new HashMap<String, String>();
        made.change().shown().before().path("incidents").fields().forEachRemaining(incident -> incident.getValue()
                .forEach(telling -> once.put(telling.textValue(), incident.getKey())));
        return once;
    }

    private History.Change fields(History.Made made, JsonNode was, By by, Intake store) {
        var turn = new Amending.Recorded();
        was.fields().forEachRemaining(each -> {
            var standing = store.corrections().find(each.getKey()).orElseThrow();
            amending.set(each.getKey(), standing, with(each.getValue(), standing), by, store, turn);
        });
        // where nothing has to be put back the undoing is written down all the same
        return turn.change(UNDONE)
                .orElseGet(() -> new History.Change(
                        UNDONE,
                        made.change().about(),
                        made.change().shown().back(),
                        made.change().kept().back(),
                        made.change().touches()));
    }

    private static ObjectNode with(JsonNode fields, Corrections.Standing standing) {
        var after = standing.patch().deepCopy();
        fields.fields().forEachRemaining(field -> {
            if (field.getValue().isNull()) {
                after.remove(field.getKey());
            } else {
                after.set(field.getKey(), field.getValue());
            }
        });
        return after;
    }
}
