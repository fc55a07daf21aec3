package org.oqiga.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.oqiga.report.Reports;
import org.oqiga.report.Unread;

/** The reports that ship, for a first look. */
final class Samples {

    // kept by hand, because a jar does not list its folders
    static final List<String> NAMES = List.of(
            "2022-01-02-zhanaozen-wire.txt",
            "2022-01-03-correspondents-round-up.txt",
            "2022-01-04-almaty-hour-by-hour.txt",
            "2022-01-05-emergency-wire.txt",
            "2022-01-05-regiony-ru.txt",
            "2022-01-06-market-brief.txt",
            "2022-01-06-risk-alert.txt",
            "2022-01-07-almaty-kk.txt",
            "2022-01-07-rights-statement.txt",
            "2022-01-08-background.txt");

    private Samples() {}

    static Stream<Unread> unread(Reports batch) {
        return NAMES.stream().map(name -> () -> batch.read(name, bytes(name)).get(0));
    }

    private static byte[] bytes(String name) {
        try (var in = Samples.class.getResourceAsStream("/samples/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the sample " + name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
