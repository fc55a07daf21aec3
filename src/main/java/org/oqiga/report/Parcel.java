package org.oqiga.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody sends at one time, told apart into reports; it is taken whole or not at all. */
public final class Parcel {

    /** So many reports may be sent at one time. */
    public static final int MOST = 5000;

    private static final int LONGEST_NAME = 300;

    private final Optional<LocalDate> published;
    private final List<Sent> reports = new ArrayList<>();
    private final Map<String, byte[]> byName = new HashMap<>();

    /** Says why something is not taken, and what would be. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** {@code published} is for the reports that carry no date of their own. */
    public Parcel(Optional<LocalDate> published) {
        this.published = published;
    }

    /** The reports so far, in the order they came. */
    public List<Sent> reports() {
        return List.copyOf(reports);
    }

    /**
     * Adds what has come in one piece: a report, or many as JSON or JSON lines.
     *
     * @param name as the sender calls it
     * @param type its media type
     */
    public Parcel add(Optional<String> name, Optional<String> type, byte[] bytes) throws Refused {
        var format = type.flatMap(Format::ofType).or(() -> name.flatMap(Format::of));
        var where = name.orElse("the body");
        if (bytes.length == 0) {
            throw new Refused(where + " is empty; a report needs text");
        }
        if (format.equals(Optional.of(Format.JSON_LINES))) {
            for (var line : JsonLines.of(bytes).toList()) {
                var at = where + ":" + line.number();
                addJson(at, Optional.empty(), tree(at, line.bytes()), line.bytes());
            }
        } else if (format.equals(Optional.of(Format.JSON))) {
            var tree = tree(where, bytes);
            if (!tree.isArray()) {
                addJson(where, name, tree, bytes);
            }
            for (var one : tree.isArray() ? tree : List.<JsonNode>of()) {
                addJson(where, Optional.empty(), one, one.toString().getBytes(StandardCharsets.UTF_8));
            }
        } else {
            put(new Sent(name(name.orElseGet(() -> digest(bytes))), type, Optional.empty(), published, bytes));
        }
        return this;
    }

    private void addJson(String where, Optional<String> name, JsonNode json, byte[] bytes) throws Refused {
        try {
            if (json.isObject() && json.size() == 1 && json.has("url")) {
                var url = JsonReport.field(json, "url").orElse("");
                put(new Sent(nameOf(url), Optional.empty(), Optional.of(url), published, new byte[0]));
                return;
            }
            var report = JsonReport.read(bytes, name.or(() -> Optional.of(digest(bytes))));
            put(new Sent(name(report.name()), Optional.of("application/json"), Optional.empty(), published, bytes));
        } catch (UnreadableException e) {
            throw new Refused(where + " " + e.getMessage());
        }
    }

    private static JsonNode tree(String where, byte[] bytes) throws Refused {
        try {
            return JsonReport.tree(bytes);
        } catch (UnreadableException e) {
            throw new Refused(where + " " + e.getMessage());
        }
    }

    private void put(Sent sent) throws Refused {
        var before = byName.putIfAbsent(sent.name(), sent.bytes());
        if (before != null) {
            if (Arrays.equals(before, sent.bytes())) {
                return;
            }
            throw new Refused("two different reports are named \"" + sent.name() + "\"; each needs its own name");
        }
        if (reports.size() == MOST) {
            throw new Refused("more than " + MOST + " reports; send them in several requests");
        }
        reports.add(sent);
    }

    private static String name(String given) throws Refused {
        var name = JsonReport.tidy(given);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused("a report's name has 1 to " + LONGEST_NAME + " signs");
        }
        return name;
    }

    /** The name of what is at an address: the address without what does not belong to the page. */
    public static String nameOf(String url) throws Refused {
        try {
            var address = URI.create(url.strip());
            var scheme = String.valueOf(address.getScheme()).toLowerCase(java.util.Locale.ROOT);
            if (address.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new Refused("\"url\" must be an address of the web such as https://example.org/news/1");
            }
            var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            var path = address.getRawPath() == null ? "" : address.getRawPath();
            return name(address.getRawAuthority().toLowerCase(java.util.Locale.ROOT)
                    + path
                    + query.replaceAll("(?<=[?&])(?:utm_[^&]*|fbclid=[^&]*)&?", "")
                            .replaceAll("[?&]$", ""));
        } catch (IllegalArgumentException e) {
            throw new Refused("\"url\" must be an address of the web such as https://example.org/news/1");
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sent-"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
