package org.secondperiod.desk.proxy.http;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.secondperiod.desk.problems.DeskProblem;
import org.secondperiod.desk.proxy.ApiAddress;
import org.secondperiod.desk.proxy.ServicesConfig;

/** {@code /api}: signed in or not at all, and only what the services have under {@code /v1}. */
@ApplicationScoped
class ApiRoutes {

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private final ApiAddress addresses;
    private final Forwarding forwarding;

    ApiRoutes(ServicesConfig services, Forwarding forwarding) {
        this.addresses = new ApiAddress(services);
        this.forwarding = forwarding;
    }

    void install(@Observes Router router) {
        router.route("/api/*").handler(this::pass);
    }

    private void pass(RoutingContext context) {
        Optional<URI> behind =
                addresses.behind(context.request().path(), context.request().query());
        if (behind.isEmpty() || !METHODS.contains(context.request().method())) {
            DeskProblem.notFound().answer(context);
            return;
        }
        if (!(context.user() instanceof QuarkusHttpUser user)) {
            throw new IllegalStateException("The path /api must ask for a sign-in");
        }
        AccessTokenCredential token = user.getSecurityIdentity().getCredential(AccessTokenCredential.class);
        forwarding.pass(context, behind.get(), token.getToken());
    }
}
