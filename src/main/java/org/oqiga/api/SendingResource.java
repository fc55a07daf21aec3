package org.oqiga.api;

import static org.oqiga.api.MediaTypes.JSON;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.oqiga.desk.Role;
import org.oqiga.report.Parcel;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.InvalidQueryException;
import org.oqiga.store.Query;

/** The way in for reports: what is sent here is kept before it is acknowledged, and read when its turn comes. */
@Path("/api/reports")
@RolesAllowed(Role.EDITORS)
@Produces(JSON)
public class SendingResource {

    private static final int ACCEPTED = 202;

    private final ArrivalRepository arrivals;
    private final SecurityIdentity who;

    SendingResource(ArrivalRepository arrivals, SecurityIdentity who) {
        this.arrivals = arrivals;
        this.who = who;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Sends a report, or many as JSON or JSON lines; or {\"url\": …} for one that is to be fetched")
    public Response send(@HeaderParam("Content-Type") String type, byte[] body, @Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), List.of("name", "published"));
        return taken(() -> new Parcel(query.day("published")).add(query.text("name"), Optional.ofNullable(type), body));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Sends files as a form does")
    public Response sendFiles(@RestForm(FileUpload.ALL) List<FileUpload> files, @Context UriInfo uri) {
        var query = Query.of(uri.getQueryParameters(), List.of("published"));
        return taken(() -> {
            var parcel = new Parcel(query.day("published"));
            for (var file : files) {
                parcel.add(named(file.fileName()), named(file.contentType()), bytes(file));
            }
            return parcel;
        });
    }

    private interface Packing {
        Parcel pack() throws Parcel.Refused;
    }

    private Response taken(Packing packing) {
        try {
            var reports = packing.pack().reports();
            if (reports.isEmpty()) {
                throw new InvalidQueryException("body", "there is no report in it");
            }
            return Response.status(ACCEPTED)
                    .entity(arrivals.add(reports, who.getPrincipal().getName()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Parcel.Refused e) {
            throw new InvalidQueryException("body", e.getMessage());
        }
    }

    private static Optional<String> named(String given) {
        return Optional.ofNullable(given).filter(name -> !name.isBlank());
    }

    private static byte[] bytes(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
