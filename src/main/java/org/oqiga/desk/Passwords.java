package org.oqiga.desk;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.charset.StandardCharsets;

/** Passwords as bcrypt keeps them. */
final class Passwords {

    /** NIST SP 800-63B asks for 8 at least; length is what helps. */
    static final int SHORTEST = 10;

    /** bcrypt reads no further. */
    static final int MOST_BYTES = 72;

    private static final int COST = 12;

    // compared with where there is no such person, so that the time taken tells nobody who exists
    private static final String NOBODYS = BcryptUtil.bcryptHash("nobody's password", COST);

    private Passwords() {}

    /** What is wrong with it; throws nothing where it will do. */
    static void check(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new RefusedException("a password needs at least " + SHORTEST + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw new RefusedException("a password may have at most " + MOST_BYTES + " bytes");
        }
    }

    static String hash(String password) {
        return BcryptUtil.bcryptHash(password, COST);
    }

    static boolean matches(String password, String hash) {
        return BcryptUtil.matches(password, hash);
    }

    /** Takes as long as a comparison. */
    static void pretend(String password) {
        BcryptUtil.matches(password, NOBODYS);
    }
}
