package org.secondperiod.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.secondperiod.kit.database.DatabaseFaults;
import org.secondperiod.kit.delivery.NotAcknowledged;

/** Turns what went wrong into the problem that the client reads. */
class ProblemMappers {

    /** The problem library brings mappers of its own for some of these, at 999; a lower number goes first. */
    private static final int BEFORE_THE_LIBRARY = 500;

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response json(JsonProcessingException error) {
        return UnreadableJson.problem(error).toResponse();
    }

    @ServerExceptionMapper(
            value = {
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class,
                ValueInstantiationException.class
            },
            priority = BEFORE_THE_LIBRARY)
    Response shape(JsonProcessingException error) {
        return UnreadableJson.problem(error).toResponse();
    }

    /** The framework wraps a body reader's error into a 400 of its own; the reason inside is what helps. */
    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response wrapped(WebApplicationException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return UnreadableJson.problem(json).toResponse();
            }
        }
        var status = error.getResponse().getStatusInfo();
        return Problems.of(
                        status.getStatusCode(),
                        kind(status.getStatusCode()),
                        status.getReasonPhrase(),
                        detail(status.getStatusCode(), error))
                .toResponse();
    }

    @ServerExceptionMapper
    Response notAcknowledged(NotAcknowledged error) {
        LOG.warnf(
                "The broker did not acknowledge %d events in time",
                error.failed().size());
        return Problems.unavailable(
                        "The event broker did not acknowledge in time. Nothing is lost: send the same again.")
                .toResponse();
    }

    @ServerExceptionMapper
    Response any(RuntimeException error) {
        if (DatabaseFaults.isInfrastructure(error)) {
            LOG.warn("The database did not answer", error);
            return Problems.unavailable("The database did not answer. Nothing was changed: send the same again.")
                    .toResponse();
        }
        LOG.error("A request failed by our own fault", error);
        return Problems.of(500, "internal", "Our fault", "Something went wrong here; it has been logged.")
                .toResponse();
    }

    private static String kind(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "not-allowed";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> "http-" + status;
        };
    }

    private static String detail(int status, WebApplicationException error) {
        return switch (status) {
            case 404 -> "There is nothing at this address.";
            case 415 -> "This content type is not taken here; see the OpenAPI document.";
            default -> String.valueOf(error.getMessage());
        };
    }
}
