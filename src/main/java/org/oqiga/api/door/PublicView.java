package org.oqiga.api.door;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.oqiga.store.Audience;

/** What whoever has no role is told of; a word that is not known stops the start rather than shows too much. */
@Startup
@ApplicationScoped
class PublicView {

    private final Audience audience;

    PublicView(@ConfigProperty(name = "oqiga.public", defaultValue = "all") String word) {
        this.audience = switch (word) {
            case "all" -> Audience.PUBLIC;
            case "verified" -> Audience.PUBLIC_OF_THE_VERIFIED;
            default -> throw new IllegalArgumentException("oqiga.public is to be all or verified, was " + word);
        };
    }

    Audience audience() {
        return audience;
    }
}
