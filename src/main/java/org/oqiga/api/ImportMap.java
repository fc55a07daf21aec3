package org.oqiga.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** The import map of the page, the only script that stands inside it. */
final class ImportMap {

    private static final String PAGE = "META-INF/resources/index.html";
    private static final Pattern SCRIPT =
            Pattern.compile("<script[^>]*type=[\"']?importmap[\"']?[^>]*>(.*?)</script>", Pattern.DOTALL);

    private ImportMap() {}

    /** What a Content-Security-Policy has to add so that it may run; empty where the page has none. */
    static String allowance() {
        try (var page = Thread.currentThread().getContextClassLoader().getResourceAsStream(PAGE)) {
            return page == null ? "" : allowance(new String(page.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String allowance(String page) {
        var script = SCRIPT.matcher(page);
        return script.find() ? " 'sha256-" + sha256(script.group(1)) + "'" : "";
    }

    private static String sha256(String script) {
        try {
            // a browser counts line ends as one sign
            var bytes = script.replace("\r\n", "\n").getBytes(UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
