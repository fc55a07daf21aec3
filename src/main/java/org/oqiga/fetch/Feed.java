package org.oqiga.fetch;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The entries of an RSS or Atom feed. */
public final class Feed {

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 200;
    private static final Pattern MAILBOX = Pattern.compile("^\\S+@\\S+\\s*\\(([^)]*)\\)$");

    private Feed() {}

    /**
     * One entry.
     *
     * @param id what the feed knows it by
     * @param url the page it is about
     * @param author who wrote it, as the feed says
     */
    public record Entry(String id, String url, Optional<LocalDate> published, Optional<String> author) {}

    /** Bytes that are no feed. */
    public static final class NoFeedException extends Exception {

        private static final long serialVersionUID = 1;

        NoFeedException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads those that have an address; {@code got} says what theirs are relative to. */
    public static List<Entry> entries(Answer.Got got) throws NoFeedException {
        try (var reader =
                new XmlReader(new ByteArrayInputStream(got.bytes()), got.type().orElse("application/xml"), true)) {
            // a document type is what entities of other places come by
            var input = new SyndFeedInput(false, Locale.ROOT);
            input.setAllowDoctypes(false);
            var entries = new ArrayList<Entry>();
            for (var entry : input.build(reader).getEntries()) {
                if (entries.size() < MOST) {
                    entry(entry, got.from()).ifPresent(entries::add);
                }
            }
            return List.copyOf(entries);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new NoFeedException("is no RSS or Atom feed: " + e.getMessage(), e);
        }
    }

    private static Optional<Entry> entry(SyndEntry entry, URI feed) {
        var link = Optional.ofNullable(entry.getLink()).or(() -> Optional.ofNullable(entry.getUri()));
        var url = link.flatMap(given -> resolved(given, feed));
        var date = Optional.ofNullable(entry.getPublishedDate()).or(() -> Optional.ofNullable(entry.getUpdatedDate()));
        return url.map(address -> new Entry(
                Optional.ofNullable(entry.getUri()).orElse(address),
                address,
                date.map(at -> at.toInstant().atZone(ZoneOffset.UTC).toLocalDate()),
                author(entry)));
    }

    /** Atom's persons, Dublin Core's creators or the author of RSS, which has a mailbox before the name. */
    private static Optional<String> author(SyndEntry entry) {
        var names = entry.getAuthors().stream().map(SyndPerson::getName);
        return Stream.concat(names, Stream.ofNullable(entry.getAuthor()))
                .filter(Objects::nonNull)
                .map(name -> MAILBOX.matcher(name).replaceFirst("$1").strip())
                .filter(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)
                .distinct()
                .reduce((one, other) -> one + ", " + other);
    }

    private static Optional<String> resolved(String link, URI feed) {
        try {
            var uri = feed.resolve(link.strip());
            return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme())
                    ? Optional.of(uri.toString())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
