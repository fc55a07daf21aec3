package org.oqiga.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParcelTest {

    private static final Optional<String> JSON = Optional.of("application/json; charset=utf-8");
    private static final Optional<String> LINES = Optional.of("application/x-ndjson");
    private static final Optional<String> NONE = Optional.empty();

    @Test
    void linesOfJsonAreAReportEach() throws Parcel.Refused {
        var reports = parcel(NONE, LINES, "{\"name\":\"a\",\"text\":\"One.\"}\n\n{\"name\":\"b\",\"text\":\"Two.\"}\n");
        assertEquals(List.of("a", "b"), reports.stream().map(Sent::name).toList());
        assertEquals("Two.", text(reports.get(1)));
    }

    @Test
    void anArrayOfJsonIsAReportEach() throws Parcel.Refused {
        var reports = parcel(NONE, JSON, "[{\"name\":\"a\",\"text\":\"One.\"},{\"text\":\"Two.\"}]");
        assertEquals(2, reports.size());
        assertEquals("Two.", text(reports.get(1)));
    }

    @Test
    void whatHasNoNameIsKnownByItsContent() throws Parcel.Refused {
        var name = parcel(NONE, Optional.of("text/plain"), "Shops were looted.")
                .get(0)
                .name();
        assertTrue(name.matches("sent-[0-9a-f]{16}"), name);
        assertEquals(
                name,
                parcel(NONE, Optional.of("text/plain"), "Shops were looted.")
                        .get(0)
                        .name());
    }

    @Test
    void theMediaTypeSaysWhatItIsAndElseTheName() throws Parcel.Refused {
        var page = "<p>Shops</p><p>were looted.</p>";
        assertEquals(
                "Shops\n\nwere looted.",
                text(parcel(Optional.of("a"), Optional.of("text/html"), page).get(0)));
        var sent = parcel(Optional.of("a.html"), Optional.of("application/octet-stream"), page);
        assertEquals("Shops\n\nwere looted.", text(sent.get(0)));
    }

    @Test
    void anAddressIsToBeFetchedUnderTheNameOfItsPage() throws Parcel.Refused {
        var sent = parcel(NONE, JSON, "{\"url\":\"https://Example.org/news/1?id=2&utm_source=x#top\"}")
                .get(0);
        assertEquals("example.org/news/1?id=2", sent.name());
        assertEquals(0, sent.bytes().length);
        refused("{\"url\":\"file:///etc/passwd\"}", "\"url\" must be an address of the web");
        refused("{\"url\":\"http:\\\\u0000\"}", "\"url\" must be an address of the web");
    }

    @Test
    void oneThatCannotBeTakenRefusesAllAndIsNamed() {
        refused("[{\"name\":\"a\",\"text\":\"One.\"},{\"name\":\"b\"}]", "the body has no \"text\"");
        refused(
                "[{\"name\":\"a\",\"text\":\"1.\"},{\"name\":\"a\",\"text\":\"2.\"}]",
                "two different reports are named \"a\"");
        refused("[{\"name\":\"" + "a".repeat(301) + "\",\"text\":\"1.\"}]", "a report's name has 1 to 300 signs");
        refused("{", "the body is not JSON");
        refused("", "the body is empty");
    }

    @Test
    void thereMayBeOnlySoMany() {
        var many = "{\"text\":\"%d\"}\n";
        var body = new StringBuilder();
        for (int i = 0; i <= Parcel.MOST; i++) {
            body.append(many.formatted(i));
        }
        var refused = assertThrows(Parcel.Refused.class, () -> parcel(NONE, LINES, body.toString()));
        assertTrue(refused.getMessage().startsWith("more than " + Parcel.MOST), refused.getMessage());
    }

    private static void refused(String json, String why) {
        var refused = assertThrows(Parcel.Refused.class, () -> parcel(NONE, JSON, json));
        assertTrue(refused.getMessage().startsWith(why), refused.getMessage());
    }

    private static List<Sent> parcel(Optional<String> name, Optional<String> type, String body) throws Parcel.Refused {
        return new Parcel(Optional.empty())
                .add(name, type, body.getBytes(StandardCharsets.UTF_8))
                .reports();
    }

    private static String text(Sent sent) {
        return Reports.read(sent).success().orElseThrow().text();
    }
}
