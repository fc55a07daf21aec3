package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.oqiga.api.door.Caller;
import org.oqiga.desk.Dating;
import org.oqiga.desk.NotThereException;
import org.oqiga.desk.Role;
import org.oqiga.incident.WrongFieldException;
import org.oqiga.store.Decisions.By;

/** The day on which a report was published, where a person knows better than the report. */
@Path("/api/reports")
public class ReportDateResource {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final Dating dating;
    private final Caller caller;

    ReportDateResource(Dating dating, Caller caller) {
        this.dating = dating;
        this.caller = caller;
    }

    /** What came of it; {@code change} is null where the report was of that day already. */
    record Dated(@Nullable Long change, String report, List<String> incidents) {}

    @PATCH
    @Path("{name: .+}")
    @RolesAllowed(Role.EDITORS)
    @Consumes({JSON, "application/merge-patch+json"})
    @Produces(JSON)
    @Operation(summary = "Sets the day on which a report was published, and has its dates read again; null for its own")
    public Dated date(@PathParam("name") String name, @Nullable String body) {
        var asked = JsonBody.of(body, List.of("published", "why"));
        var by = new By(caller.somebody().name(), asked.takeWhy());
        if (!asked.members().has("published")) {
            throw wrong();
        }
        var published = asked.optional("published").map(ReportDateResource::day);
        if (name.indexOf(0) >= 0) {
            throw new NotThereException("such report");
        }
        var outcome = dating.date(name, published, by);
        return new Dated(outcome.change().orElse(null), name, outcome.incidents());
    }

    private static LocalDate day(String written) {
        try {
            return Optional.of(LocalDate.parse(written))
                    .filter(day ->
                            !day.isBefore(FIRST) && !day.isAfter(LocalDate.now().plusDays(1)))
                    .orElseThrow(ReportDateResource::wrong);
        } catch (DateTimeException e) {
            throw wrong();
        }
    }

    private static WrongFieldException wrong() {
        return new WrongFieldException("published", "a day from " + FIRST + " to today such as 2022-01-06, or null");
    }
}
