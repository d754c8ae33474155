package org.secondperiod.bench.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** Somebody who is signed in at the desk, without a browser: what they ask crosses the desk with the cookie of a session. */
final class DeskSession {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int MOST_STEPS = 8;
    private static final String SESSION = "q_session";

    private final HttpClient http;
    private final String desk;
    private final Cookies cookies = new Cookies();

    private DeskSession(HttpClient http, Layout layout) {
        this.http = http;
        this.desk = layout.url(Part.DESK);
    }

    /**
     * Signs in as a browser does, by way of the local issuer.
     *
     * @param http does not follow redirects
     */
    static DeskSession signIn(HttpClient http, Layout layout, String name) {
        DeskSession session = new DeskSession(http, layout);
        URI at = URI.create(session.desk + "/");
        for (int step = 0; step < MOST_STEPS; step++) {
            HttpResponse<String> answer =
                    at.toString().startsWith(layout.issuerUrl()) ? session.choose(at, name) : session.open(at);
            if (answer.statusCode() / 100 != 3) {
                return session.checked(answer);
            }
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
        }
        throw new IllegalStateException("The desk does not let " + name + " in: one redirect follows the other");
    }

    private HttpResponse<String> open(URI address) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address).header("Cookie", cookies.header()));
        cookies.take(answer.headers().allValues("Set-Cookie"));
        return answer;
    }

    private HttpResponse<String> choose(URI page, String name) {
        String claims = URLEncoder.encode("{\"preferred_username\":\"" + name + "\"}", StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&claims=" + claims)));
    }

    private DeskSession checked(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !cookies.hasOneThatBeginsWith(SESSION)) {
            throw new IllegalStateException("The desk answered a sign-in with " + answer.statusCode());
        }
        return this;
    }

    /** A request as the desk's own scripts send it. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(desk + path))
                .header("Cookie", cookies.header())
                .header("X-Requested-With", "JavaScript");
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Sends something new, with a key as the desk's scripts do. */
    HttpResponse<String> post(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(Json.text(body))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
