package org.oqiga.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oqiga.fetch.LocalWeb;
import org.oqiga.report.Reports;
import org.oqiga.report.Sent;
import org.oqiga.store.ArrivalQueue;
import org.oqiga.store.ArrivalRepository;
import org.oqiga.store.Database;
import org.oqiga.store.FeedRepository;
import org.oqiga.store.Notices;
import org.oqiga.store.TestCluster;

class FetchingTest {

    private static final String ITEM =
            "<item><title>T</title><link>%s</link><pubDate>Thu, 06 Jan 2022 10:00:00 GMT" + "</pubDate></item>";

    private final Database database = TestCluster.shared();
    private final ArrivalRepository arrivals = new ArrivalRepository(database.connections());
    private final ArrivalQueue queue = new ArrivalQueue(database.connections());
    private final FeedRepository feeds = new FeedRepository(database.connections());
    private final Notices notices = new Notices(database.connections());
    private final LocalWeb web = new LocalWeb();
    private final Fetching fetching = new Fetching(queue, feeds, web.client()::get, Duration.ZERO);

    @BeforeEach
    void noArrivals() throws SQLException {
        sql("TRUNCATE arrival, original, feed, feed_entry");
    }

    @AfterEach
    void close() {
        notices.close();
        web.close();
    }

    @Test
    void whatHasAnAddressOnlyIsFetchedAndThenWaitsToBeRead() throws SQLException {
        web.page("/old", 301, "", "Location", "/news/1")
                .page("/news/1", 200, "<p>Shops were looted.</p>", "Content-Type", "text/html; charset=utf-8");
        long id = send(web.at("/old"));
        assertTrue(queue.claim(notices.holder()).isEmpty());
        assertTrue(fetching.page(notices.holder()));
        assertFalse(fetching.page(notices.holder()));
        assertEquals(
                "127.0.0.1:" + web.port() + "/news/1", arrival(id).path("name").asText());
        var claimed = queue.claim(notices.holder());
        assertEquals(1, claimed.size());
        assertEquals(
                Optional.of("text/html; charset=utf-8"), claimed.get(0).sent().type());
        assertEquals(Optional.of(web.at("/news/1")), claimed.get(0).sent().url());
    }

    @Test
    void whatMayNotBeFetchedIsParkedAndWhatIsBusyIsTriedAgain() {
        web.page("/busy", 503, "");
        long inner = send("http://127.0.0.2:" + web.port() + "/");
        long busy = send(web.at("/busy"));
        fetching.page(notices.holder());
        fetching.page(notices.holder());
        assertEquals("parked", arrival(inner).path("state").asText());
        assertEquals(
                "may not be fetched: the host is not on the public internet",
                arrival(inner).path("error").asText());
        assertEquals("failed", arrival(busy).path("state").asText());
        for (int i = 0; i < 4; i++) {
            assertTrue(fetching.page(notices.holder()));
        }
        assertEquals("parked", arrival(busy).path("state").asText());
    }

    @Test
    void eachEntryOfAFeedComesInOnce() throws SQLException {
        web.page("/feed", 200, rss(ITEM.formatted("/1") + ITEM.formatted("/2")), "ETag", "\"1\"");
        feeds.add(web.at("/feed"), 30, "test");
        assertTrue(fetching.feed());
        assertFalse(fetching.feed());
        assertEquals(
                2, json(arrivals.list(Optional.empty(), 10)).path("arrivals").size());

        sql("UPDATE feed SET next_poll = now()");
        assertTrue(fetching.feed());
        sql("UPDATE feed SET next_poll = now(), etag = NULL");
        assertTrue(fetching.feed());
        assertEquals(
                2, json(arrivals.list(Optional.empty(), 10)).path("arrivals").size());
        assertEquals(0, feed().path("failures").asInt());
        assertEquals(2, feed().path("entries").asInt());
    }

    @Test
    void whoWroteAnEntryIsWhomThePageNamesOrElseTheFeed() throws SQLException {
        var item = ITEM.replace("<link>", "<author>desk@news.example (A. Writer)</author><link>");
        web.page("/feed", 200, rss(item.formatted(web.at("/1")) + item.formatted(web.at("/2"))))
                .page("/1", 200, "<p>Shops were looted.</p>", "Content-Type", "text/html")
                .page(
                        "/2",
                        200,
                        "<meta name=author content='B. Writer'><p>A road was blocked.</p>",
                        "Content-Type",
                        "text/html");
        feeds.add(web.at("/feed"), 30, "test");
        assertTrue(fetching.feed());
        while (fetching.page(notices.holder())) {
            continue;
        }
        var authors = queue.claim(notices.holder()).stream()
                .map(claimed -> Reports.read(claimed.sent())
                        .success()
                        .orElseThrow()
                        .author()
                        .orElseThrow())
                .toList();
        assertEquals(List.of("A. Writer", "B. Writer"), authors);
    }

    @Test
    void aFeedThatGivesNothingIsAskedLessAndLess() throws SQLException {
        web.page("/feed", 500, "");
        feeds.add(web.at("/feed"), 30, "test");
        fetching.feed();
        assertEquals(
                "could not be fetched: the server answered 500",
                feed().path("last_error").asText());
        assertEquals("60", rest());
        sql("UPDATE feed SET next_poll = now()");
        fetching.feed();
        assertEquals("120", rest());
    }

    private String rest() throws SQLException {
        return sql("SELECT round(extract(epoch FROM next_poll - last_polled) / 60) FROM feed");
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title><link>http://a.example/</link>"
                + "<description>All</description>" + items + "</channel></rss>";
    }

    private JsonNode feed() {
        return json(feeds.list()).at("/feeds/0");
    }

    private long send(String url) {
        var sent = new Sent(url, Optional.empty(), Optional.of(url), Optional.empty(), new byte[0]);
        return json(arrivals.add(List.of(sent), "test")).at("/arrivals/0/id").asLong();
    }

    private JsonNode arrival(long id) {
        return json(arrivals.find(id).orElseThrow());
    }

    private String sql(String sql) throws SQLException {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (var rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
