package org.secondperiod.kit.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;

/**
 * A span for each request to the API: its method, its address with the variables left open, and how it ended. The frameworks' own would
 * hold the address as it was, and so of whom it is.
 *
 * <p>Whoever calls is a stranger: what they call their trace is a link, and not the parent. They decide neither what is kept nor to what it
 * belongs.
 */
@Singleton
public class RequestTraces {

    private static final int BEFORE_ALL = 1;
    private static final int OUR_FAULT = 500;
    private static final String BEGUN = RequestTraces.class.getName();

    private record Begun(Span span, Scope scope) {}

    private final Operations operations;
    private final boolean made;

    RequestTraces(
            Operations operations,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean disabled) {
        this.operations = operations;
        this.made = !disabled;
    }

    @ServerRequestFilter(priority = BEFORE_ALL)
    public void begin(ContainerRequestContext request, ResourceInfo resource) {
        Optional<ApiOperation> asked = made ? operations.of(resource.getResourceMethod()) : Optional.empty();
        asked.ifPresent(
                operation -> request.setProperty(BEGUN, begin(operation, request.getHeaderString(Traces.HEADER))));
    }

    @SuppressWarnings("MustBeClosedChecker") // closed when the answer is there
    private static Begun begin(ApiOperation operation, @Nullable String callers) {
        String route = "/" + operation.template();
        SpanBuilder span = Traces.tracer()
                .spanBuilder(operation.http() + " " + route)
                .setSpanKind(SpanKind.SERVER)
                .setNoParent()
                .setAttribute("http.request.method", operation.http())
                .setAttribute("http.route", route);
        SpanContext theirs = Span.fromContext(Traces.named(callers)).getSpanContext();
        if (theirs.isValid()) {
            span.addLink(theirs);
        }
        Span begun = span.startSpan();
        return new Begun(begun, begun.makeCurrent());
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGUN) instanceof Begun begun) {
            request.removeProperty(BEGUN);
            begun.span().setAttribute("http.response.status_code", (long) response.getStatus());
            if (response.getStatus() >= OUR_FAULT) {
                begun.span().setStatus(StatusCode.ERROR);
            }
            begun.scope().close();
            begun.span().end();
        }
    }
}
