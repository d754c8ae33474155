package org.secondperiod.kit.identity;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.secondperiod.kit.audit.AuditedRefusals;
import org.secondperiod.kit.problems.Answers;

/** What is answered to who is not signed in, and why: the one place for a 401, which leaves once the audit has it. */
class SignInMappers {

    /** The problem library's own, at 999 and more, do not fit this version of the framework. */
    private static final int BEFORE_THE_LIBRARY = 500;

    private final AuditedRefusals audit;

    SignInMappers(AuditedRefusals audit) {
        this.audit = audit;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Uni<Response> noToken(UnauthorizedException error, UriInfo uri, RoutingContext request) {
        return audit.written(Answers.of(IdentityProblems.notSignedIn(), uri), uri, request);
    }

    @ServerExceptionMapper(
            value = {AuthenticationFailedException.class, AuthenticationCompletionException.class},
            priority = BEFORE_THE_LIBRARY)
    Uni<Response> badToken(SecurityException error, UriInfo uri, RoutingContext request) {
        // The framework has put a challenge of its own there, which says less.
        request.response().headers().remove(HttpHeaders.WWW_AUTHENTICATE);
        return audit.written(Answers.of(problem(error), uri), uri, request);
    }

    private static HttpProblem problem(SecurityException error) {
        if (error.getCause() instanceof HttpProblem own) {
            // A service with credentials of its own says itself what is wrong with one.
            return own;
        }
        return ProviderFaults.isOne(error) ? IdentityProblems.keysNotKnown() : IdentityProblems.badToken();
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response notAllowed(ForbiddenException error, UriInfo uri) {
        return Answers.of(IdentityProblems.notAllowed(), uri);
    }
}
