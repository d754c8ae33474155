package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes a problem the answer to a request: its instance is the path that was asked for, as it was asked. */
public final class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);

    private Answers() {}

    /** The answer. Nothing that the request held goes to the log. */
    public static Response of(HttpProblem problem, UriInfo uri) {
        LOG.debugf("A request is answered %d, %s", problem.getStatusCode(), problem.getType());
        return HttpProblem.builder(problem).withInstance(instance(uri)).build().toResponse();
    }

    /** The answer where it is not the client's fault. */
    public static Response ofOurFault(Throwable error, UriInfo uri) {
        return of(OurFault.problem(error), uri);
    }

    private static @Nullable URI instance(UriInfo uri) {
        try {
            return URI.create(uri.getRequestUri().getRawPath());
        } catch (IllegalArgumentException e) {
            LOG.debug("The path of the request is none that a problem can name");
            return null;
        }
    }
}
