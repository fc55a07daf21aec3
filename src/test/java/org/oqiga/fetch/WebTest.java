package org.oqiga.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebTest {

    private final LocalWeb web = new LocalWeb();

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aPageIsGotWithItsTypeUnderItsLastAddress() {
        web.page("/old", 302, "", "Location", "/new?id=1")
                .page("/new", 200, "Shops were looted.", "Content-Type", "text/plain");
        var got = got(get(web.at("/old")));
        assertEquals("Shops were looted.", new String(got.bytes(), StandardCharsets.UTF_8));
        assertEquals(web.at("/new?id=1"), got.from().toString());
        assertEquals(Optional.of("text/plain"), got.type());
        assertEquals("/new?id=1 of 127.0.0.1:" + web.port(), web.asked().get(1));
    }

    @Test
    void whatIsPackedIsUnpacked() throws IOException {
        web.page(
                "/",
                200,
                LocalWeb.gzip("Shops were looted.".getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding",
                "gzip");
        assertEquals("Shops were looted.", new String(got(get(web.at("/"))).bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        web.page("/", 200, "As it was.", "ETag", "\"1\"");
        var got = got(get(web.at("/")));
        assertEquals(new Answer.Unchanged(), web.client().get(web.at("/"), got.state()));
    }

    @Test
    void thisMachineAndWhatIsNearItAreNotFetchedUnlessItIsAllowed() {
        web.page("/", 200, "A secret.");
        var nothing = nothing(web.usualClient().get(web.at("/"), Answer.State.NONE));
        assertEquals("may not be fetched: the host is not on the public internet", nothing.why());
        assertTrue(nothing.hopeless());
        assertEquals(List.of(), web.asked());
    }

    @Test
    void aRedirectLeadsNowhereThatIsNotAllowed() {
        web.page("/a", 302, "", "Location", "http://127.0.0.2:PORT/secret")
                .page("/b", 302, "", "Location", "file:///etc/passwd")
                .page("/c", 302, "", "Location", "http://127.0.0.1:1/")
                .page("/d", 302, "", "Location", "//me:word@127.0.0.1:PORT/secret")
                .page("/secret", 200, "A secret.");
        assertEquals(
                "may not be fetched: the host is not on the public internet",
                nothing(get(web.at("/a"))).why());
        assertEquals(
                "may not be fetched: only http and https are fetched",
                nothing(get(web.at("/b"))).why());
        assertEquals(
                "may not be fetched: port 1 is not fetched from",
                nothing(get(web.at("/c"))).why());
        assertEquals(
                "may not be fetched: an address to be fetched has a host and no password",
                nothing(get(web.at("/d"))).why());
        assertFalse(web.asked().toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://0/",
                "http://169.254.169.254/latest/meta-data/",
                "http://localhost#@example.org/",
                "http://me@localhost/",
                "gopher://localhost/",
                "http:///",
                "http://"
            })
    void noWayOfWritingAnInnerAddressIsFetched(String address) {
        var why = nothing(web.anyPortClient().get(address, Answer.State.NONE)).why();
        assertTrue(why.startsWith("may not be fetched") || why.matches("is no address.*|.*no such host"), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "100::1"
            })
    void anAddressThatIsNotOfThePublicInternetIsKnown(String address) throws UnknownHostException {
        assertFalse(Guard.isPublic(InetAddress.getByName(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "193.0.0.1",
                "2606:4700::1",
                "2a00::1"
            })
    void anAddressOfThePublicInternetIsKnown(String address) throws UnknownHostException {
        assertTrue(Guard.isPublic(InetAddress.getByName(address)));
    }

    @Test
    void whatIsTooLargeIsNotTakenPackedOrNot() throws IOException {
        var large = new byte[5_000_000];
        web.page("/plain", 200, large).page("/packed", 200, LocalWeb.gzip(large), "Content-Encoding", "gzip");
        assertEquals(
                "could not be fetched: it is larger than 1000000 bytes",
                nothing(get(web.at("/plain"))).why());
        assertEquals(
                "could not be fetched: it is larger than 1000000 bytes",
                nothing(get(web.at("/packed"))).why());
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForLong() {
        web.page("/", 0, "");
        long begun = System.nanoTime();
        var nothing = nothing(get(web.at("/")));
        assertEquals("could not be fetched within 3 s", nothing.why());
        assertFalse(nothing.hopeless());
        assertTrue(System.nanoTime() - begun < 10_000_000_000L);
    }

    @Test
    void whoIsSentInCirclesStops() {
        web.page("/", 302, "", "Location", "/");
        assertEquals("was sent on more than 5 times", nothing(get(web.at("/"))).why());
        assertEquals(6, web.asked().size());
    }

    @Test
    void whatIsGoneIsHopelessAndWhatIsBusyIsNot() {
        web.page("/gone", 404, "").page("/busy", 503, "");
        assertTrue(nothing(get(web.at("/gone"))).hopeless());
        assertFalse(nothing(get(web.at("/busy"))).hopeless());
    }

    private Answer get(String address) {
        return web.client().get(address, Answer.State.NONE);
    }

    private static Answer.Got got(Answer answer) {
        assertTrue(answer instanceof Answer.Got, answer.toString());
        return (Answer.Got) answer;
    }

    private static Answer.Nothing nothing(Answer answer) {
        assertTrue(answer instanceof Answer.Nothing, answer.toString());
        return (Answer.Nothing) answer;
    }
}
