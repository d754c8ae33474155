package org.secondperiod.desk.guard.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.secondperiod.desk.guard.Asked;
import org.secondperiod.desk.guard.SameOrigin;
import org.secondperiod.desk.problems.DeskProblem;

/** Refuses what another site may have sent, before it is looked at who is signed in. */
@ApplicationScoped
class Guard {

    /** Above the framework's sign-in (200) and its cross-origin rules (300). */
    private static final int BEFORE_SIGN_IN = 400;

    void install(@Observes Filters filters) {
        filters.register(this::look, BEFORE_SIGN_IN);
    }

    private void look(RoutingContext context) {
        if (SameOrigin.refuses(asked(context.request()))) {
            DeskProblem.otherSite().answer(context);
        } else {
            context.next();
        }
    }

    private static Asked asked(HttpServerRequest request) {
        return new Asked(
                request.method().name(),
                request.path(),
                request.getHeader("Host"),
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("X-Requested-With"));
    }
}
