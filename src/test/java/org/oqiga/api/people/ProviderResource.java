package org.oqiga.api.people;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** A provider of OpenID Connect on a free port, which vouches for whomever it is told to. */
public class ProviderResource implements QuarkusTestResourceLifecycleManager {

    private static final MockOAuth2Server SERVER = new MockOAuth2Server();

    @Override
    public Map<String, String> start() {
        SERVER.start(InetAddress.getLoopbackAddress(), 0);
        return Map.of(
                "oqiga.oidc.issuer", issuer(),
                "oqiga.oidc.client-id", "oqiga",
                "oqiga.oidc.client-secret", "a secret of the test",
                "oqiga.oidc.name", "The newsroom",
                "oqiga.oidc.roles-claim", "groups",
                "oqiga.oidc.editors", "desk",
                "oqiga.oidc.viewers", "readers");
    }

    static String issuer() {
        return SERVER.issuerUrl("default").toString();
    }

    /** The next token says this. */
    static void vouch(OAuth2TokenCallback token) {
        SERVER.enqueueCallback(token);
    }

    /** Where the provider sends a browser back to that came to {@code address}. */
    static String answerTo(String address) {
        try {
            var request = HttpRequest.newBuilder(URI.create(address)).build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException("the provider did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String parameter(String address, String name) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void stop() {
        SERVER.shutdown();
    }
}
