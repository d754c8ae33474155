package org.secondperiod.desk.problems;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * A problem (RFC 9457) of the desk's own.
 *
 * @param type the last part of the type's URI, a heading of {@code docs/problems.md}
 */
public record DeskProblem(int status, String type, String title, String detail) {

    private static final String TYPES = "https://secondperiod.org/problems/";

    /** Another site may be behind it. */
    public static DeskProblem otherSite() {
        return new DeskProblem(
                403,
                "other-site",
                "Not from a page of the desk",
                "Only the desk's own pages may ask this, and they send X-Requested-With: JavaScript");
    }

    /** Nothing of that name can be reached through the desk. */
    public static DeskProblem notFound() {
        return new DeskProblem(
                404, "not-found", "Not found", "The desk passes on /api/{ingest|entry|outreach|reports}/v1/...");
    }

    /** A service does not answer. */
    public static DeskProblem unavailable() {
        return new DeskProblem(
                503,
                "unavailable",
                "Not available right now",
                "The service behind this does not answer. Send the same again");
    }

    /** The identity provider does not answer. */
    public static DeskProblem noProvider() {
        return new DeskProblem(
                503,
                "unavailable",
                "Not available right now",
                "The district's sign-in does not answer. Whoever is signed in goes on; load the page again in a moment");
    }

    /** Answers with it. */
    public void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.headWritten()) {
            return;
        }
        // A body that nobody reads would hold up the connection.
        if (!context.request().isEnded()) {
            context.request().resume();
        }
        if (status == 503) {
            response.putHeader("Retry-After", "5");
        }
        response.setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .end(new JsonObject()
                        .put("type", TYPES + type)
                        .put("title", title)
                        .put("status", status)
                        .put("detail", detail)
                        .put("instance", context.request().path())
                        .encode());
    }
}
