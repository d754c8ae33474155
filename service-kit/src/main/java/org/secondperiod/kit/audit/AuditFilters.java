package org.secondperiod.kit.audit;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Action;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.operations.ApiOperation;
import org.secondperiod.kit.operations.Operations;
import org.secondperiod.kit.problems.Answers;

/** Puts every request of the API under the audit, and holds its answer back until what must be written is written. */
class AuditFilters {

    private static final String API = "v1/";
    private static final int FIRST = 10;
    private static final List<String> OF_THE_ANSWER =
            List.of(HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.LOCATION, HttpHeaders.CONTENT_LENGTH);

    private final Audit audit;
    private final AuditTrail trail;
    private final Operations operations;
    private final Access access;

    AuditFilters(Audit audit, AuditTrail trail, Operations operations, Access access) {
        this.audit = audit;
        this.trail = trail;
        this.operations = operations;
        this.access = access;
    }

    @ServerRequestFilter(priority = FIRST)
    void begin(ContainerRequestContext request, ResourceInfo resource, UriInfo asked, RoutingContext connection) {
        if (!audit.isKept() || !asked.getPath().replaceFirst("^/", "").startsWith(API)) {
            return;
        }
        ApiOperation operation = operations.of(resource.getResourceMethod()).orElse(null);
        trail.begin(new AuditTrail.Request(
                operation != null && operation.java().isAnnotationPresent(ReadsByBody.class)
                        ? Action.READ
                        : action(request.getMethod()),
                operation == null ? null : operation.id(),
                operation != null && operation.java().isAnnotationPresent(NotAudited.class),
                address(connection),
                UUID.randomUUID().toString(),
                access::who));
    }

    @ServerResponseFilter
    void end(ContainerResponseContext response, UriInfo asked) {
        if (trail.requestId() == null) {
            return;
        }
        response.getHeaders().putSingle("X-Request-Id", trail.requestId());
        trail.answered(response.getStatus());
        try {
            audit.writeWhatIsUnwritten();
        } catch (RuntimeException e) {
            replace(response, Answers.ofOurFault(e, asked));
        }
    }

    /** Nothing of the answer is left. */
    private static void replace(ContainerResponseContext response, Response instead) {
        OF_THE_ANSWER.forEach(response.getHeaders()::remove);
        instead.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setStatusInfo(instead.getStatusInfo());
        response.setEntity(instead.getEntity());
    }

    static Action action(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS") ? Action.READ : Action.CHANGE;
    }

    static @Nullable String address(RoutingContext connection) {
        var address = connection.request().remoteAddress();
        return address == null ? null : address.hostAddress();
    }
}
