package org.oqiga.api.people.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider of OpenID Connect as it describes itself, asked by the code flow with PKCE. Safe for use by many threads. */
final class Provider {

    private static final int CONNECT_MS = 5_000;
    private static final int READ_MS = 10_000;
    private static final int LONGEST_ANSWER = 1 << 20;
    // signed by a key that only the provider has: a secret that two share, or none, vouches for nobody
    private static final Set<JWSAlgorithm> SIGNED = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    private final OIDCProviderMetadata metadata;
    private final ClientID client;
    private final Optional<String> secret;
    private final IDTokenValidator validator;

    private Provider(OIDCProviderMetadata metadata, String client, Optional<String> secret)
            throws MalformedURLException, NotVouchedForException {
        this.metadata = metadata;
        this.client = new ClientID(client);
        this.secret = secret;
        var keys = JWKSourceBuilder.create(
                        metadata.getJWKSetURI().toURL(),
                        new DefaultResourceRetriever(CONNECT_MS, READ_MS, LONGEST_ANSWER))
                .build();
        JWSKeySelector<SecurityContext> selector = new JWSVerificationKeySelector<>(algorithms(metadata), keys);
        this.validator = new IDTokenValidator(metadata.getIssuer(), this.client, selector, null);
    }

    /** Asks the issuer what it is. */
    static Provider at(String issuer, String client, Optional<String> secret) throws NotVouchedForException {
        try {
            return new Provider(OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT_MS, READ_MS), client, secret);
        } catch (GeneralException | IOException e) {
            throw new NotVouchedForException("the issuer " + issuer + " does not say how to sign in with it", e);
        }
    }

    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) throws NotVouchedForException {
        var offered = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).orElse(List.of(JWSAlgorithm.RS256));
        var signed = offered.stream().filter(SIGNED::contains).collect(Collectors.toSet());
        if (signed.isEmpty()) {
            throw new NotVouchedForException(
                    "the provider signs its ID tokens by no key of its own, but by " + offered);
        }
        return signed;
    }

    /** Where to send the browser; it comes back to {@code back}. */
    URI departure(Trip trip, URI back, List<String> scopes) {
        var scope = new Scope("openid");
        scopes.forEach(scope::add);
        return new AuthenticationRequest.Builder(ResponseType.CODE, scope, client, back)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(trip.state())
                .nonce(trip.nonce())
                .codeChallenge(trip.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * What the provider vouches for.
     *
     * @param arrived the address that the browser came back to, with what the provider added
     * @param back the address without that
     */
    IDTokenClaimsSet arrival(Trip trip, URI arrived, URI back) throws NotVouchedForException {
        try {
            var code = code(trip, AuthenticationResponseParser.parse(arrived));
            var grant = new AuthorizationCodeGrant(code, back, trip.verifier());
            var request = request(grant).toHTTPRequest();
            request.setConnectTimeout(CONNECT_MS);
            request.setReadTimeout(READ_MS);
            var answer = OIDCTokenResponseParser.parse(request.send());
            if (!answer.indicatesSuccess()) {
                throw new NotVouchedForException("the provider gave no token for the code: "
                        + answer.toErrorResponse().getErrorObject().getCode());
            }
            var token = ((OIDCTokenResponse) answer.toSuccessResponse())
                    .getOIDCTokens()
                    .getIDToken();
            return validator.validate(token, trip.nonce());
        } catch (ParseException | BadJOSEException e) {
            throw new NotVouchedForException("what the provider gave cannot be believed: " + e.getMessage(), e);
        } catch (JOSEException | IOException e) {
            throw new NotVouchedForException("the provider's answer could not be had", e);
        }
    }

    private AuthorizationCode code(Trip trip, AuthenticationResponse response) throws NotVouchedForException {
        if (!trip.state().equals(response.getState())) {
            throw new NotVouchedForException("somebody came back with another state than they left with");
        }
        var issuer = response.getIssuer(); // RFC 9207, where the provider says it
        if (issuer != null && !issuer.equals(metadata.getIssuer())) {
            throw new NotVouchedForException("the answer is another provider's");
        }
        if (!response.indicatesSuccess()) {
            throw new NotVouchedForException("the provider refused: "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        var endpoint = metadata.getTokenEndpointURI();
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        var shared = new Secret(secret.get());
        var methods = metadata.getTokenEndpointAuthMethods();
        // basic is what holds where the provider does not say (OpenID Connect Discovery, 3)
        boolean post = methods != null
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        endpoint,
                        post ? new ClientSecretPost(client, shared) : new ClientSecretBasic(client, shared),
                        grant)
                .build();
    }
}
