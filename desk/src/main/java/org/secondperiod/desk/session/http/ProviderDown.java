package org.secondperiod.desk.session.http;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.secondperiod.desk.problems.DeskProblem;

/** While the identity provider does not answer, nobody can sign in: that passes, and is said so, and is no fault of the desk's. */
@ApplicationScoped
class ProviderDown {

    void install(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answer);
    }

    private void answer(RoutingContext context) {
        if (context.failure() instanceof OIDCException) {
            DeskProblem.noProvider().answer(context);
        } else {
            context.next();
        }
    }
}
