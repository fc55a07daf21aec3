package org.oqiga.page;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;

/** A provider of OpenID Connect on this machine; it asks nobody for a password, and vouches for whom it is told to. */
final class OtherHouse {

    private static final MockOAuth2Server SERVER = started();

    private OtherHouse() {}

    private static MockOAuth2Server started() {
        var server = new MockOAuth2Server();
        server.start(InetAddress.getLoopbackAddress(), 0);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        return server;
    }

    /** What makes a service send people there. */
    static Map<String, String> environment() {
        return Map.of(
                "OQIGA_OIDC_ISSUER", SERVER.issuerUrl("default").toString(),
                "OQIGA_OIDC_CLIENT_ID", "oqiga",
                "OQIGA_OIDC_NAME", "The newsroom");
    }

    /** The next who comes is of that name. */
    static void vouchFor(String name) {
        SERVER.enqueueCallback(new DefaultOAuth2TokenCallback(
                "default", name, "JWT", List.of("oqiga"), Map.of("preferred_username", name)));
    }
}
