package org.oqiga.api.people.openid;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which house vouches for people, and what it calls their roles; {@code OQIGA_OIDC_…} in the environment. */
@ConfigMapping(prefix = "oqiga.oidc")
public interface OpenIdConfig {

    /** The provider's address, under which its {@code .well-known/openid-configuration} lies; without it there is none. */
    Optional<String> issuer();

    /** What the provider calls this service. */
    Optional<String> clientId();

    /** What the provider knows this service by; a public client, which has none, is held by PKCE alone. */
    Optional<String> clientSecret();

    /** What to ask the provider for besides {@code openid}. */
    @WithDefault("profile,email")
    List<String> scopes();

    /** What the page calls the provider; its host where nobody says. */
    Optional<String> name();

    /** The role of somebody new to whom the provider gives none. */
    @WithDefault("viewer")
    String role();

    /** The claim of the ID token in which the provider says what groups somebody is in; dots lead into objects. */
    Optional<String> rolesClaim();

    /** The groups whose members are admins. */
    Optional<List<String>> admins();

    /** The groups whose members are editors. */
    Optional<List<String>> editors();

    /** The groups whose members are viewers. */
    Optional<List<String>> viewers();
}
