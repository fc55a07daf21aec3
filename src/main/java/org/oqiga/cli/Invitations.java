package org.oqiga.cli;

import java.util.Optional;
import org.oqiga.desk.Secret;

/** Links by which people come in. */
final class Invitations {

    private Invitations() {}

    /** The link for {@code invitation}, where the service is reached by {@code OQIGA_PUBLIC_URL}, else on this machine. */
    static String link(Secret invitation, int port) {
        var root = Optional.ofNullable(System.getenv("OQIGA_PUBLIC_URL"))
                .filter(given -> !given.isBlank())
                .map(given -> given.strip().replaceAll("/+$", ""))
                .orElse("http://127.0.0.1:" + port);
        // what follows # is sent to no server and written into no log
        return root + "/#invitation=" + invitation.text();
    }
}
