package org.oqiga.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.oqiga.report.Mutation;

/** Whatever a feed's server answers, it is entries or no feed. */
class HostileFeedsTest {

    private static final int TIMES = Integer.getInteger("oqiga.fuzz.times", 1500);
    private static final long SEED = Long.getLong("oqiga.fuzz.seed", 20220105);
    private static final List<String> GOOD = List.of(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss"
                    + " version=\"2.0\"><channel><title>N</title><link>https://n.example/</link>"
                    + "<description>D</description><item><title>One</title><link>https://n.example/1</link><guid>1</guid><pubDate>Thu,"
                    + " 06 Jan 2022 10:00:00 GMT</pubDate></item></channel></rss>",
            "<feed"
                    + " xmlns=\"http://www.w3.org/2005/Atom\"><title>N</title><id>n</id><updated>2022-01-07T00:00:00Z</updated><entry><id>tag:1</id><title>One</title><link"
                    + " href=\"https://n.example/1\"/><updated>2022-01-06T23:00:00Z</updated></entry></feed>");

    @Test
    void everyFeedIsReadOrRefused() {
        var wrong = new ArrayList<String>();
        int read = 0;
        for (var good : GOOD) {
            var mutation = new Mutation(SEED + good.hashCode());
            for (int i = 0; i < TIMES; i++) {
                var bytes = mutation.of(good.getBytes(StandardCharsets.UTF_8));
                try {
                    Feed.entries(new Answer.Got(
                            URI.create("https://n.example/feed"), Optional.empty(), Answer.State.NONE, bytes));
                    read++;
                } catch (Feed.NoFeedException e) {
                    continue; // with a reason
                } catch (RuntimeException | StackOverflowError fault) {
                    wrong.add(i + ": " + fault + " " + fault.getStackTrace()[0]);
                }
            }
        }
        System.err.println("seed " + SEED + ": " + read + " of " + GOOD.size() * TIMES + " read");
        assertEquals(List.of(), wrong.subList(0, Math.min(10, wrong.size())), "seed " + SEED);
    }
}
