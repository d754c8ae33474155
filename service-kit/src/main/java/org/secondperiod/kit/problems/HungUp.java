package org.secondperiod.kit.problems;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import org.jboss.logging.Logger;

/** A client that went away while its request was still coming in: nobody's fault here, and nobody reads the answer. */
final class HungUp {

    private static final Logger LOG = Logger.getLogger(HungUp.class);

    private HungUp() {}

    /** Whether the request's own connection broke; what happens to other connections and to files is another matter. */
    static boolean is(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException
                    || cause instanceof StreamResetException
                    || cause instanceof ClosedChannelException && !(cause instanceof AsynchronousCloseException)
                    || cause instanceof IOException && "Connection reset".equals(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    static HttpProblem problem() {
        LOG.info("A client hung up before its request had come in; what it sends again changes nothing twice");
        return Problems.of(
                400,
                "unreadable-request",
                "The request cannot be read",
                "The connection broke before all of the body had come. Send the same again.");
    }
}
