package org.oqiga.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a session, a token or an invitation is shown by: 256 random bits. The store knows its hash alone, and since nothing so
 * long can be guessed, a plain SHA-256 is enough for that.
 */
public record Secret(String text) {

    /** What the secrets of sessions begin with. */
    public static final String SESSION = "oqs_";

    /** What the secrets of programs begin with. */
    public static final String TOKEN = "oqt_";

    static final String INVITATION = "oqi_";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one; its beginning says what it is, so that one that has leaked is recognised. */
    static Secret random(String beginning) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(beginning + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never the secret itself: it must not get into a log. */
    @Override
    public String toString() {
        return "a secret";
    }
}
