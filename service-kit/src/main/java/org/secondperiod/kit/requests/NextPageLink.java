package org.secondperiod.kit.requests;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Every page of a listing leads to the next one by its {@code Link} header (RFC 8288), too. The reference is relative to what was
 * asked for, so that it holds behind any proxy.
 */
class NextPageLink {

    @ServerResponseFilter
    void lead(ContainerResponseContext response, UriInfo asked) {
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            URI next = asked.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build();
            String place = next.getRawPath().substring(next.getRawPath().lastIndexOf('/') + 1);
            response.getHeaders().add(HttpHeaders.LINK, "<" + place + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
    }
}
