package org.oqiga.store;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Where a database answers and as whom to speak to it. */
public record Address(String jdbcUrl, String user, String password) {

    private static final String MEANT = " is like postgresql://user:password@host:5432/database";

    static Address loopback(int port, String database, String user, String password) {
        return new Address("jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
    }

    /** Reads {@code postgresql://user:password@host:port/database?…}, with or without {@code jdbc:} before it. */
    static Address parse(String url) {
        return parse("OQIGA_DATABASE_URL", url);
    }

    /** The same of a replica. */
    static Address ofReplica(String url) {
        return parse("OQIGA_REPLICA_URL", url);
    }

    private static Address parse(String variable, String url) {
        var plain = url.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres://", "postgresql://");
        if (!plain.startsWith("postgresql://")) {
            throw new NoDatabaseException(variable + MEANT);
        }
        URI uri;
        try {
            uri = URI.create(plain);
        } catch (IllegalArgumentException e) {
            throw new NoDatabaseException(variable + MEANT + "; signs that a URL reserves are written like %40", e);
        }
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw new NoDatabaseException(variable + MEANT);
        }
        var user = "";
        var password = "";
        if (uri.getRawUserInfo() != null) {
            var parts = uri.getRawUserInfo().split(":", 2);
            user = decoded(parts[0]);
            password = parts.length > 1 ? decoded(parts[1]) : "";
        }
        var rest = new StringBuilder();
        if (uri.getRawQuery() != null) {
            for (var pair : uri.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                var value = parts.length > 1 ? parts[1] : "";
                switch (parts[0]) {
                    case "user" -> user = decoded(value);
                    case "password" -> password = decoded(value);
                    default -> rest.append(rest.length() == 0 ? "?" : "&").append(pair);
                }
            }
        }
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new Address("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + rest, user, password);
    }

    /** The same with a driver's setting more. */
    Address with(String name, String value) {
        return new Address(jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + name + "=" + value, user, password);
    }

    /** Where it is, without credentials, for a message. */
    public String place() {
        return jdbcUrl.replaceFirst("^jdbc:", "").replaceFirst("\\?.*$", "");
    }

    @Override
    public String toString() {
        return place();
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
