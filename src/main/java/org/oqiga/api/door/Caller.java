package org.oqiga.api.door;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.oqiga.desk.Person;
import org.oqiga.desk.Secret;
import org.oqiga.store.Audience;

/** Whoever sent the request that is being answered. */
@ApplicationScoped
public class Caller {

    static final String PERSON = "person";

    private final CurrentVertxRequest exchange;
    private final CurrentIdentityAssociation identity;
    private final PublicView publicView;

    Caller(CurrentVertxRequest exchange, CurrentIdentityAssociation identity, PublicView publicView) {
        this.exchange = exchange;
        this.identity = identity;
        this.publicView = publicView;
    }

    /** The person; empty for nobody in particular, which costs nothing to find out. */
    public Optional<Person> person() {
        return shown().map(any -> identity.getIdentity().getAttribute(PERSON));
    }

    /** The person, where the endpoint lets nobody else in. */
    public Person somebody() {
        return person().orElseThrow(() -> new IllegalStateException("an endpoint for people is open to nobody"));
    }

    /** Which incidents the answer may tell of. */
    public Audience audience() {
        return person().isPresent() ? Audience.INSIDERS : publicView.audience();
    }

    /** The session by whose cookie the person is known. */
    public Optional<Secret> session() {
        return shown().filter(Shown::isByCookie).map(Shown::secret);
    }

    /** Where the request comes from: an IP address as a number. */
    String address() {
        return exchange.getCurrent().request().remoteAddress().hostAddress();
    }

    private Optional<Shown> shown() {
        return Shown.by(exchange.getCurrent().request());
    }
}
