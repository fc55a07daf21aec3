package org.oqiga.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {

    @Test
    void entriesOfRssHaveTheirAddressDayAndAuthor() throws Feed.NoFeedException {
        var entries = read(
                """
                <?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://news.example/</link>
                <description>All</description>
                <item><title>One</title><link>https://news.example/1</link><guid>one</guid>
                  <author>desk@news.example (A. Writer)</author>
                  <pubDate>Thu, 06 Jan 2022 10:00:00 GMT</pubDate></item>
                <item><title>Two</title><link>/2</link></item>
                <item><title>Three</title><link>javascript:alert(1)</link></item>
                </channel></rss>
                """);
        assertEquals(
                List.of(
                        new Feed.Entry(
                                "one",
                                "https://news.example/1",
                                Optional.of(LocalDate.of(2022, 1, 6)),
                                Optional.of("A. Writer")),
                        new Feed.Entry("/2", "https://news.example/2", Optional.empty(), Optional.empty())),
                entries);
    }

    @Test
    void entriesOfAtomToo() throws Feed.NoFeedException {
        var entries = read(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>n</id><updated>2022-01-07T00:00:00Z</updated>
                <entry><id>tag:1</id><title>One</title><link href="https://news.example/1"/>
                  <author><name>A. Writer</name></author><author><name>B. Writer</name></author>
                  <updated>2022-01-06T23:00:00Z</updated></entry></feed>
                """);
        assertEquals(
                List.of(new Feed.Entry(
                        "tag:1",
                        "https://news.example/1",
                        Optional.of(LocalDate.of(2022, 1, 6)),
                        Optional.of("A. Writer, B. Writer"))),
                entries);
    }

    @Test
    void whatAFeedNamesOutsideOfItselfIsNotRead() {
        assertThrows(
                Feed.NoFeedException.class,
                () -> read(
                        """
                        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                        <rss version="2.0"><channel><title>&secret;</title><item><link>https://news.example/1</link></item>
                        </channel></rss>
                        """));
    }

    @Test
    void aPageIsNoFeed() {
        assertThrows(Feed.NoFeedException.class, () -> read("<html><body><p>Not found</p></body></html>"));
        assertThrows(Feed.NoFeedException.class, () -> read(""));
    }

    private static List<Feed.Entry> read(String xml) throws Feed.NoFeedException {
        return Feed.entries(new Answer.Got(
                URI.create("https://news.example/feed"),
                Optional.of("application/rss+xml"),
                Answer.State.NONE,
                xml.getBytes(StandardCharsets.UTF_8)));
    }
}
