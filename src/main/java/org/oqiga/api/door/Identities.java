package org.oqiga.api.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.oqiga.desk.People;
import org.oqiga.desk.Person;

/** Whom a secret belongs to; asked anew for each request, so that whoever signs out or loses a role has lost it at once. */
@ApplicationScoped
class Identities implements IdentityProvider<Shown> {

    private final People people;

    Identities(People people) {
        this.people = people;
    }

    @Override
    public Class<Shown> getRequestType() {
        return Shown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Shown shown, AuthenticationRequestContext context) {
        return context.runBlocking(() -> {
            if (!shown.isOfItsKind()) {
                throw new AuthenticationFailedException();
            }
            return people.who(shown.secret())
                    .map(Identities::identity)
                    .orElseThrow(() -> new AuthenticationFailedException());
        });
    }

    private static SecurityIdentity identity(Person person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.name()))
                .addRoles(person.role().granted())
                .addAttribute(Caller.PERSON, person)
                .build();
    }
}
