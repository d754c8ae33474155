package org.secondperiod.local.issuer;

import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What the issuer writes into a token, by who asks. Who is not known gets a token that opens nothing. */
final class DistrictTokens implements OAuth2TokenCallback {

    static final String ISSUER = "district";

    private static final Duration LIFETIME = Duration.ofHours(12);

    private final Identities identities;

    DistrictTokens(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String issuerId() {
        return ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        if (request.getAuthorizationGrant() instanceof ResourceOwnerPasswordCredentialsGrant signIn) {
            return signIn.getUsername();
        }
        return clientId(request);
    }

    private static String clientId(TokenRequest request) {
        var authentication = request.getClientAuthentication();
        var client = authentication == null ? request.getClientID() : authentication.getClientID();
        return client == null ? "unknown" : client.getValue();
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return Claims.AUDIENCE;
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return identities.named(subject(request)).map(Claims::of).orElse(Map.of());
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }
}
