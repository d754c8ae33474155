package org.secondperiod.desk.pages.http;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * The app's own files are everybody's, so browsers keep them. That one is not there nobody keeps: it may come with the next version.
 */
@ApplicationScoped
class FileHeaders {

    private static final int BEFORE_THE_FILES = -1;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    void install(@Observes Router router) {
        router.route("/static/*").order(BEFORE_THE_FILES).handler(FileHeaders::look);
    }

    private static void look(RoutingContext context) {
        context.addHeadersEndHandler(ready -> complete(context.response()));
        context.next();
    }

    private static void complete(HttpServerResponse response) {
        boolean isThere = response.getStatusCode() == OK || response.getStatusCode() == NOT_MODIFIED;
        response.putHeader("Cache-Control", isThere ? "public, max-age=86400" : "no-store");
    }
}
