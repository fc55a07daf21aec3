package org.oqiga.api.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.oqiga.api.StoreResource;
import org.oqiga.desk.Role;

/** Who may do what: every endpoint there is, tried by everybody. */
@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EveryEndpointTest {

    /** The least role for each endpoint. One that is not here fails, as does one that lets in another role; signing out stands last. */
    private static final String TABLE =
            """
            nobody GET    /api/me
            nobody POST   /api/session
            nobody GET    /api/session/openid
            nobody GET    /api/session/openid/leave
            nobody GET    /api/session/openid/back
            nobody POST   /api/people
            admin  GET    /api/people
            admin  PATCH  /api/people/{id}
            admin  DELETE /api/people/{id}
            admin  POST   /api/invitations
            viewer GET    /api/tokens
            viewer POST   /api/tokens
            viewer DELETE /api/tokens/{id}
            nobody GET    /api/incidents
            nobody GET    /api/incidents/{id}
            editor PATCH  /api/incidents/{id}
            editor POST   /api/incidents
            editor POST   /api/incidents/bulk
            editor POST   /api/incidents/merge
            editor POST   /api/incidents/{id}/split
            nobody GET    /api/export.{ending}
            nobody GET    /api/places
            nobody GET    /api/reports
            nobody GET    /api/reports/{name}
            editor POST   /api/reports
            editor PATCH  /api/reports/{name}
            nobody GET    /api/tiles/{z}/{x}/{y}.mvt
            nobody GET    /api/tiles/tiles.json
            nobody GET    /api/timeline
            nobody GET    /api/hexagons
            nobody GET    /api/events
            editor GET    /api/arrivals
            editor GET    /api/arrivals/{id}
            editor GET    /api/arrivals/{id}/original
            admin  POST   /api/arrivals/retry
            editor POST   /api/arrivals/{id}/retry
            editor DELETE /api/arrivals/{id}
            editor GET    /api/feeds
            editor POST   /api/feeds
            editor DELETE /api/feeds
            editor DELETE /api/feeds/{id}
            viewer GET    /api/history
            editor POST   /api/history/{id}/undo
            editor GET    /api/queue
            nobody GET    /ogc
            nobody GET    /ogc/api
            nobody GET    /ogc/conformance
            nobody GET    /ogc/collections
            nobody GET    /ogc/collections/{collection}
            nobody GET    /ogc/collections/{collection}/queryables
            nobody GET    /ogc/collections/{collection}/items
            nobody GET    /ogc/collections/{collection}/items/{id}
            nobody DELETE /api/session
            """;

    /** A route of its own, and one without an end. */
    private static final String EVENTS = "GET /api/events";

    private static final Map<String, String> PARTS =
            Map.of("collection", "incidents", "ending", "csv", "z", "1", "x", "0", "y", "0", "id", "999999999");
    private static final HttpClient CLIENT =
            // of HTTP/2 a server breaks off a connection on which too many answers are not read to their end
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    URI root;

    @Inject
    Staff staff;

    /** Somebody at the door: what they show, and the role that it comes to, empty where it is no good. */
    private record Visitor(String name, Map<String, String> headers, Optional<Role> role) {}

    private static final List<String> ROLES = List.of("nobody", "viewer", "editor", "admin");

    private static Map<String, String> table() {
        var rows = new LinkedHashMap<String, String>();
        TABLE.lines().map(line -> line.split(" +")).forEach(row -> rows.put(row[1] + " " + row[2], row[0]));
        return rows;
    }

    @Test
    void everyEndpointIsInTheTable() {
        var unknown = new TreeSet<>(Endpoints.all().keySet());
        unknown.removeAll(table().keySet());
        assertEquals(Set.of(), unknown);
        assertTrue(Endpoints.all().size() > 20, "they are found at all");
    }

    @Test
    void whatWritesNamesARoleOrIsOneOfTheThreeThatLeadToOne() {
        var open = Endpoints.all().entrySet().stream()
                .filter(each -> !each.getKey().startsWith("GET "))
                .filter(each -> !Endpoints.isGuarded(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Set.of("POST /api/people", "POST /api/session", "DELETE /api/session")), open);
    }

    @Test
    void everybodyMayDoWhatTheTableSaysAndNothingMore() throws Exception {
        var wrong = new ArrayList<String>();
        int tried = 0;
        for (var visitor : visitors()) {
            for (var row : table().entrySet()) {
                if (Endpoints.all().containsKey(row.getKey()) || row.getKey().equals(EVENTS)) {
                    int status = call(row.getKey(), visitor.headers());
                    tried++;
                    if (!isRight(row.getKey(), row.getValue(), visitor, status)) {
                        wrong.add(visitor.name() + ": " + row.getKey() + " gave " + status);
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(tried > 9 * 20, "tried " + tried);
    }

    private List<Visitor> visitors() throws SQLException {
        var none = Optional.<Role>empty();
        return List.of(
                new Visitor("nobody", Map.of(), none),
                new Visitor("viewer", bearer(staff.token(Role.VIEWER)), Optional.of(Role.VIEWER)),
                new Visitor("editor", bearer(staff.token(Role.EDITOR)), Optional.of(Role.EDITOR)),
                new Visitor("admin", bearer(staff.token(Role.ADMIN)), Optional.of(Role.ADMIN)),
                new Visitor("editor's page", cookie(staff.session(Role.EDITOR), origin()), Optional.of(Role.EDITOR)),
                new Visitor("unknown token", bearer("oqt_" + "A".repeat(43)), none),
                new Visitor("no token", bearer("' OR 1=1 --"), none),
                new Visitor("session as a token", bearer(staff.session(Role.ADMIN)), none),
                new Visitor("token as a session", cookie(staff.token(Role.ADMIN), origin()), none),
                new Visitor(
                        "invitation as a token",
                        bearer(staff.invitation(Role.ADMIN).text()),
                        none),
                new Visitor("expired session", cookie(staff.expiredSession(Role.ADMIN), origin()), none),
                new Visitor("closed account", bearer(staff.tokenOfAClosedAccount(Role.ADMIN)), none),
                new Visitor(
                        "forged origin",
                        cookie(staff.session(Role.ADMIN), "https://elsewhere.example"),
                        Optional.of(Role.ADMIN)),
                new Visitor("no origin", cookie(staff.session(Role.ADMIN), ""), Optional.of(Role.ADMIN)));
    }

    private static boolean isRight(String call, String least, Visitor visitor, int status) {
        boolean reads = call.startsWith("GET ");
        boolean foreign = visitor.name().endsWith(" origin");
        if (foreign && !reads) {
            return status == 403;
        }
        int has = visitor.role().map(role -> ROLES.indexOf(role.label())).orElse(0);
        int needs = ROLES.indexOf(least);
        if (needs == 0) {
            // a program whose token is no good may be told so even where it needs none
            boolean told = visitor.role().isEmpty() && visitor.headers().containsKey("Authorization");
            return status < 500 && status != 403 && status != 405 && (status != 401 || told);
        }
        if (has == 0) {
            return status == 401;
        }
        return has < needs ? status == 403 : status < 500 && status != 401 && status != 403 && status != 405;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static Map<String, String> cookie(String session, String origin) {
        var headers = new LinkedHashMap<>(Map.of("Cookie", "oqiga=" + session));
        if (!origin.isEmpty()) {
            headers.put("Origin", origin);
        }
        return headers;
    }

    private String origin() {
        return root.getScheme() + "://" + root.getRawAuthority();
    }

    private int call(String call, Map<String, String> headers) throws IOException, InterruptedException {
        var verb = call.substring(0, call.indexOf(' '));
        var path = call.substring(call.indexOf(' ') + 1);
        for (var part : PARTS.entrySet()) {
            path = path.replace("{" + part.getKey() + "}", part.getValue());
        }
        var request = HttpRequest.newBuilder(root.resolve(path.replaceAll("\\{\\w+\\}", "none")));
        headers.forEach(request::header);
        boolean reads = verb.equals("GET");
        if (!reads) {
            request.header("Content-Type", verb.equals("PATCH") ? "application/merge-patch+json" : "application/json");
        }
        request.method(verb, reads ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
        if (call.equals(EVENTS)) {
            var answer = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        }
        // read to the end: a client that breaks off hundreds of answers is taken for an attack
        return CLIENT.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
