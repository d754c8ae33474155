package org.secondperiod.kit.identity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets in who is signed in. Unlike the framework's own {@code authenticated}, which ends the request without a word, it
 * leaves the answer to {@link SignInMappers}.
 */
@ApplicationScoped
public class SignedIn implements HttpSecurityPolicy {

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(who -> {
            if (who.isAnonymous()) {
                // A body that nobody reads would hold up the connection.
                if (!request.request().isEnded()) {
                    request.request().resume();
                }
                throw new UnauthorizedException();
            }
            return CheckResult.PERMIT;
        });
    }

    @Override
    public String name() {
        return "signed-in";
    }
}
