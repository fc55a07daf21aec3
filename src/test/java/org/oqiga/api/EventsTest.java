package org.oqiga.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.oqiga.report.Sent;
import org.oqiga.store.ArrivalRepository;

@QuarkusTest
@QuarkusTestResource(StoreResource.class)
class EventsTest {

    @TestHTTPResource("/api/events")
    URI events;

    @Inject
    ArrivalRepository arrivals;

    @Inject
    DataSource database;

    @Test
    void anOpenPageHearsHowThingsStandAndWhatChanges() throws Exception {
        try (var page = new Page(events)) {
            var first = page.await("revision");
            assertEquals(3, first.get("reports"));
            assertEquals(0, page.await("arrivals").get("parked"));

            var image = "\u0089PNG image".getBytes(StandardCharsets.ISO_8859_1);
            arrivals.add(
                    List.of(new Sent("image", Optional.empty(), Optional.empty(), Optional.empty(), image)), "test");
            while (!page.await("arrivals").get("parked").equals(1)) {
                continue;
            }
            // whoever changes the store: here it is no part of the service
            sql("UPDATE revision SET number = number + 1");
            assertEquals((int) first.get("revision") + 1, page.await("revision").get("revision"));
        } finally {
            sql("TRUNCATE arrival, original");
        }
    }

    private void sql(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An open page: a request that does not end. */
    private static final class Page implements AutoCloseable {

        private final Map<String, ConcurrentLinkedQueue<String>> heard = new HashMap<>();
        private final BufferedReader lines;

        Page(URI address) throws IOException, InterruptedException {
            var answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream());
            assertEquals(200, answer.statusCode());
            assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        }

        Map<?, ?> await(String event) throws Exception {
            var queue = heard.computeIfAbsent(event, any -> new ConcurrentLinkedQueue<>());
            while (queue.isEmpty()) {
                read();
            }
            return new ObjectMapper().readValue(queue.remove(), Map.class);
        }

        private void read() throws Exception {
            var name = "";
            for (var line = next(); !line.isEmpty(); line = next()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    heard.computeIfAbsent(name, any -> new ConcurrentLinkedQueue<>())
                            .add(line.substring(5));
                }
            }
        }

        private String next() throws Exception {
            try {
                return CompletableFuture.supplyAsync(() -> {
                            try {
                                return lines.readLine();
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                        .get(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                throw new AssertionError("nothing more is heard", e);
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
