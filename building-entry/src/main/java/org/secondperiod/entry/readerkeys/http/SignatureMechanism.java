package org.secondperiod.entry.readerkeys.http;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.signatures.RequestHead;

/** Takes up requests that carry a signature and no token; where there is a token, that is what counts. */
@ApplicationScoped
public class SignatureMechanism implements HttpAuthenticationMechanism {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        HttpServerRequest request = context.request();
        boolean signed =
                request.headers().contains("Signature") || request.headers().contains("Signature-Input");
        if (!signed || request.headers().contains("Authorization")) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SignedAttempt(head(request), length(request)))
                .onFailure()
                .invoke(() -> letGo(request));
    }

    /** A body that nobody reads would hold up the connection. */
    private static void letGo(HttpServerRequest request) {
        if (!request.isEnded()) {
            request.resume();
        }
    }

    private static RequestHead head(HttpServerRequest request) {
        return new RequestHead(
                request.method().name(),
                request.path(),
                request.query(),
                authority(request),
                request.headers()::getAll);
    }

    private static @Nullable String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        if (authority == null) {
            return null;
        }
        boolean usual = authority.port() <= 0 || authority.port() == (request.isSSL() ? HTTPS : HTTP);
        return authority.host().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + authority.port());
    }

    private static @Nullable Long length(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? null : Long.valueOf(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SignedAttempt.class);
    }
}
