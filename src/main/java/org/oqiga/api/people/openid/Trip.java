package org.oqiga.api.people.openid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser carries to the provider and back, in a cookie: whoever comes back without it has been sent by somebody else.
 *
 * @param state comes back in the address (RFC 6749, 10.12)
 * @param nonce comes back in the ID token (OpenID Connect Core, 3.1.2.1)
 * @param verifier proves that the code is fetched by who asked for it (RFC 7636)
 * @param to the page of ours that one left, and comes back to
 */
record Trip(State state, Nonce nonce, CodeVerifier verifier, String to) {

    private static final Pattern PARTS = Pattern.compile("([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]{43})\\.([\\w-]*)");
    // an address of ours only: //elsewhere.example would be another's
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e]{0,2000}");
    private static final int BYTES = 32;

    static Trip begun(String to) {
        return new Trip(
                new State(BYTES),
                new Nonce(BYTES),
                new CodeVerifier(),
                OURS.matcher(to).matches() ? to : "/");
    }

    String text() {
        var address = Base64.getUrlEncoder().withoutPadding().encodeToString(to.getBytes(UTF_8));
        return state + "." + nonce + "." + verifier.getValue() + "." + address;
    }

    static Optional<Trip> parse(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        // an address is as many letters as bytes of three make; others were not written here
        if (parts.group(4).length() % 4 == 1) {
            return Optional.empty();
        }
        var to = new String(Base64.getUrlDecoder().decode(parts.group(4)), UTF_8);
        return Optional.of(new Trip(
                new State(parts.group(1)),
                new Nonce(parts.group(2)),
                new CodeVerifier(parts.group(3)),
                OURS.matcher(to).matches() ? to : "/"));
    }
}
