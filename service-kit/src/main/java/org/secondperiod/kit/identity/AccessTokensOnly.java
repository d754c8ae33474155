package org.secondperiod.kit.identity;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses a bearer of a token that is valid and is not for showing, such as the ID token of somebody's sign-in, or that does
 * not say who it is; and gives the claims of one that is the names that they have here.
 */
@ApplicationScoped
public class AccessTokensOnly implements SecurityIdentityAugmentor {

    private final ClaimsConfig names;

    AccessTokensOnly(ClaimsConfig names) {
        this.names = names;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var shown = identity.getCredential(AccessTokenCredential.class);
        if (shown == null
                || identity.getCredential(IdTokenCredential.class) != null
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var named = new NamedClaims(token, names);
        if (!TokenKind.mayBeShown(shown.getToken()) || named.getName() == null) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .setPrincipal(named)
                        .build());
    }
}
