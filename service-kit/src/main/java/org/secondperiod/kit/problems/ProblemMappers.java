package org.secondperiod.kit.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns what went wrong into the problem that the client reads. The problem library brings mappers of its own for some of
 * these; ours go first, so that every error of every service has a type, a detail and an instance.
 */
class ProblemMappers {

    /** The library's are at 999 and more; a lower number goes first. */
    static final int BEFORE_THE_LIBRARY = 500;

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final AllowedMethods methods;

    ProblemMappers(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response problem(HttpProblem error, UriInfo uri) {
        return Answers.of(error, uri);
    }

    @ServerExceptionMapper(
            value = {
                JsonProcessingException.class,
                MismatchedInputException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class,
                ValueInstantiationException.class
            },
            priority = BEFORE_THE_LIBRARY)
    Response json(JsonProcessingException error, UriInfo uri) {
        return Answers.of(UnreadableJson.problem(error), uri);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_LIBRARY)
    Response constraints(ConstraintViolationException error, UriInfo uri) {
        return Answers.of(Constraints.problem(error), uri);
    }

    /** The framework wraps errors into exceptions of its own; the reason inside is what helps. */
    @ServerExceptionMapper(
            value = {WebApplicationException.class, NotFoundException.class, ForbiddenException.class},
            priority = BEFORE_THE_LIBRARY)
    Response wrapped(WebApplicationException error, UriInfo uri, Request request) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpProblem problem) {
                return Answers.of(problem, uri);
            }
            if (cause instanceof JsonProcessingException json) {
                return Answers.of(UnreadableJson.problem(json), uri);
            }
        }
        int status = error.getResponse().getStatus();
        return Answers.of(
                switch (status) {
                    case METHOD_NOT_ALLOWED -> StatusProblems.methodNotAllowed(methods.at(uri.getPath()));
                    case UNSUPPORTED_MEDIA_TYPE ->
                        StatusProblems.notTaken(methods.types(uri.getPath(), request.getMethod()));
                    default -> StatusProblems.of(status);
                },
                uri);
    }

    @ServerExceptionMapper(
            value = {RuntimeException.class, IOException.class, Exception.class, Throwable.class},
            priority = BEFORE_THE_LIBRARY)
    Response any(Throwable error, UriInfo uri) {
        return Answers.of(OurFault.problem(error), uri);
    }
}
