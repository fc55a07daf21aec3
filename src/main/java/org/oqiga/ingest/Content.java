package org.oqiga.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.oqiga.report.Report;

/** What makes a report the same as one that was there before. */
final class Content {

    private static final char REPLACEMENT = '\uFFFD';

    private Content() {}

    /** A hash of all that the extraction reads and the map shows. */
    static String hash(Report report) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var part : new String[] {
                report.text(),
                report.published().map(Object::toString).orElse(""),
                report.language(),
                report.title().orElse(""),
                report.url().orElse("")
            }) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            // what says no author is the same as before authors were kept
            report.author().ifPresent(author -> sha.update(author.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The report with a stand-in for each sign that PostgreSQL cannot keep, one for one, so that offsets hold. */
    static Report storable(Report report) {
        return new Report(
                storable(report.name()),
                storable(report.text()),
                report.published(),
                report.language(),
                report.title().map(Content::storable),
                report.url().map(Content::storable),
                report.author().map(Content::storable));
    }

    private static String storable(String text) {
        var signs = text.toCharArray();
        boolean clean = true;
        for (int i = 0; i < signs.length; i++) {
            if (Character.isHighSurrogate(signs[i]) && i + 1 < signs.length && Character.isLowSurrogate(signs[i + 1])) {
                i++;
            } else if (signs[i] == 0 || Character.isSurrogate(signs[i])) {
                signs[i] = REPLACEMENT;
                clean = false;
            }
        }
        return clean ? text : new String(signs);
    }
}
