package org.secondperiod.kit.headers;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/**
 * An answer that does not say otherwise is data: no page, and not to be kept. Whatever its address looks like, and whoever answers:
 * it is looked at when the answer is ready.
 */
@ApplicationScoped
class DataHeaders {

    private static final int BEFORE_ALL = 1_000;

    private static final Map<String, String> UNLESS_SAID = Map.of(
            "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control", "no-store");

    void install(@Observes Filters filters) {
        filters.register(DataHeaders::look, BEFORE_ALL);
    }

    private static void look(RoutingContext context) {
        context.addHeadersEndHandler(ready -> complete(context.response().headers()));
        context.next();
    }

    private static void complete(MultiMap headers) {
        UNLESS_SAID.forEach((name, value) -> {
            if (!headers.contains(name)) {
                headers.set(name, value);
            }
        });
    }
}
