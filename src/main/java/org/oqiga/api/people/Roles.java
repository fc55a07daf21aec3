package org.oqiga.api.people;

import org.oqiga.api.JsonBody;
import org.oqiga.desk.Role;
import org.oqiga.store.InvalidQueryException;

/** The role that a request names. */
final class Roles {

    private Roles() {}

    static Role of(JsonBody body) {
        return Role.of(body.text("role"))
                .orElseThrow(() ->
                        new InvalidQueryException("role", "role must be one of " + String.join(", ", Role.labels())));
    }
}
