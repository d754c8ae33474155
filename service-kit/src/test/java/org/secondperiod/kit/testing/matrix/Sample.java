package org.secondperiod.kit.testing.matrix;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A request to an endpoint about the own school, as somebody who may would send it.
 *
 * @param parts makes it, with whatever it needs to be there
 * @param taken answers beside 2xx that only who may gets, such as a conflict with what another one of them did
 * @param refused answers beside 401, 403 and 404 that refuse
 * @param tells what an answer holds if it tells of the own school; empty where its status says all
 */
public record Sample(Supplier<Parts> parts, Set<Integer> taken, Set<Integer> refused, String tells) {

    /**
     * A request without its credential.
     *
     * @param path below the service's root path
     */
    public record Parts(String method, String path, String type, String body) {

        HttpRequest.Builder request() {
            return HttpRequest.newBuilder(URI.create(
                            "http://localhost:%d/%s%s".formatted(RestAssured.port, RestAssured.basePath, path)))
                    .header("Content-Type", type)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        }
    }

    public static Sample get(String path) {
        return json("GET", path, "");
    }

    public static Sample json(String method, String path, String body) {
        return of(method, path, "application/json", body);
    }

    public static Sample of(String method, String path, String type, String body) {
        var parts = new Parts(method, path, type, body);
        return made(() -> parts);
    }

    /** One that has to be made anew each time. */
    public static Sample made(Supplier<Parts> parts) {
        return new Sample(parts, Set.of(), Set.of(), "");
    }

    /** The same with these very parts. */
    Sample of(Parts made) {
        return new Sample(() -> made, taken, refused, tells);
    }

    /** The same, where these answers too come only to who may. */
    public Sample orTaken(Integer... statuses) {
        return new Sample(parts, Set.of(statuses), refused, tells);
    }

    /** The same, where these answers refuse too. */
    public Sample orRefused(Integer... statuses) {
        return new Sample(parts, taken, Set.of(statuses), tells);
    }

    /** The same, where who may finds this text in the answer. */
    public Sample telling(String text) {
        return new Sample(parts, taken, refused, text);
    }
}
