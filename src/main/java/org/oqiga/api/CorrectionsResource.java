package org.oqiga.api;

import static org.oqiga.api.MediaTypes.GEOJSON;
import static org.oqiga.api.MediaTypes.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.oqiga.api.door.Caller;
import org.oqiga.desk.Adding;
import org.oqiga.desk.Amending;
import org.oqiga.desk.NotThereException;
import org.oqiga.desk.Role;
import org.oqiga.desk.StaleException;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.ingest.Judgement;
import org.oqiga.store.Audience;
import org.oqiga.store.Decisions.By;
import org.oqiga.store.IncidentRepository;

/** What people set right in incidents. */
@Path("/api/incidents")
@RolesAllowed(Role.EDITORS)
public class CorrectionsResource {

    private static final int MOST = 1000;
    private static final List<String> MISSED = List.of(
            "report", "start", "end", "type", "place_id", "from", "to", "time_precision", "title", "actors", "why");
    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern OURS = Pattern.compile("(\\d{1,18})-[0-9a-f]{1,8}");

    private final Amending amending;
    private final Adding adding;
    private final Judgement judgement;
    private final IncidentRepository incidents;
    private final Caller caller;

    CorrectionsResource(
            Amending amending, Adding adding, Judgement judgement, IncidentRepository incidents, Caller caller) {
        this.amending = amending;
        this.adding = adding;
        this.judgement = judgement;
        this.incidents = incidents;
        this.caller = caller;
    }

    /** The incidents that stand after a change, and its number in the history. */
    record Changed(long change, Set<String> incidents) {}

    /** What came of a patch for many. */
    record Bulk(@Nullable Long change, List<String> changed, List<Refused> refused) {}

    record Refused(String id, String why) {}

    @PATCH
    @Path("{id: .+}")
    @Consumes({JSON, "application/merge-patch+json"})
    @Produces({GEOJSON, JSON})
    @Operation(summary = "Sets fields of an incident right; null gives one back to the extraction")
    public Response change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String seen, @Nullable String body) {
        if (id.indexOf(0) >= 0) {
            throw new NotThereException("such incident");
        }
        var patch = JsonBody.of(body);
        var by = by(patch.takeWhy());
        amending.change(id, version(id, seen), patch.members(), by);
        var kept = incidents
                .find(id, Audience.INSIDERS)
                .orElseThrow(() -> new NotThereException("incident \"" + id + "\" any more"));
        return IncidentAnswer.changed(kept, 200);
    }

    /** The version of the tag that was seen; none where any will do. */
    private Optional<Long> version(String id, @Nullable String seen) {
        if (seen == null || seen.isBlank()) {
            throw new Problems.Unconditional("If-Match must give the ETag that the incident was read with");
        }
        if (seen.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher tags = TAG.matcher(seen);
        while (tags.find()) {
            var ours = OURS.matcher(tags.group(2));
            if (tags.group(1) == null && ours.matches()) {
                return Optional.of(Long.valueOf(ours.group(1)));
            }
        }
        // a tag that was never given for anything is one that does not match; but first, is there anything to match?
        incidents.find(id, Audience.INSIDERS).orElseThrow(() -> new NotThereException("incident \"" + id + "\""));
        throw new StaleException(id);
    }

    @POST
    @Consumes(JSON)
    @Produces({GEOJSON, JSON})
    @Operation(summary = "Makes an incident of a sentence that was missed")
    public Response add(@Nullable String body) {
        var asked = JsonBody.of(body, MISSED);
        var by = by(asked.takeWhy());
        var report = asked.optional("report").orElseThrow(() -> new WrongFieldException("report", "a report's name"));
        var sentence = new Adding.Sentence(report, asked.takeWhole("start"), asked.takeWhole("end"));
        var fields = asked.members().deepCopy();
        fields.remove("report");
        var id = adding.add(sentence, fields, by);
        var kept = incidents
                .find(id, Audience.INSIDERS)
                .orElseThrow(() -> new NotThereException("incident \"" + id + "\" any more"));
        return IncidentAnswer.changed(kept, 201);
    }

    @POST
    @Path("bulk")
    @Consumes(JSON)
    @Produces(JSON)
    @Operation(summary = "Sets the same fields of many incidents right, as one change")
    public Bulk changeAll(@Nullable String body) {
        var asked = JsonBody.of(body, List.of("ids", "patch", "why"));
        var outcome = amending.changeAll(asked.ids("ids", MOST), asked.object("patch"), by(asked.takeWhy()));
        var refused = outcome.refused().entrySet().stream()
                .map(each -> new Refused(each.getKey(), each.getValue()))
                .toList();
        var change = outcome.change();
        return new Bulk(change.isPresent() ? change.getAsLong() : null, outcome.changed(), refused);
    }

    @POST
    @Path("merge")
    @Consumes(JSON)
    @Produces(JSON)
    @Operation(summary = "Says that incidents are one")
    public Changed merge(@Nullable String body) {
        var asked = JsonBody.of(body, List.of("ids", "why"));
        var ruling = judgement.same(asked.ids("ids", MOST), by(asked.takeWhy()));
        return new Changed(ruling.change(), ruling.incidents());
    }

    @POST
    @Path("{id: .+}/split")
    @Consumes(JSON)
    @Produces(JSON)
    @Operation(summary = "Says that some tellings of an incident are of another one")
    public Changed split(@PathParam("id") String id, @Nullable String body) {
        var asked = JsonBody.of(body, List.of("tellings", "why"));
        if (id.indexOf(0) >= 0 || incidents.find(id, Audience.INSIDERS).isEmpty()) {
            throw new NotThereException("incident \"" + id.replace("\0", "") + "\"");
        }
        var ruling = judgement.different(id, asked.ids("tellings", MOST), by(asked.takeWhy()));
        return new Changed(ruling.change(), ruling.incidents());
    }

    private By by(Optional<String> why) {
        return new By(caller.somebody().name(), why);
    }
}
