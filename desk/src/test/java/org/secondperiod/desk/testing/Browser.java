package org.secondperiod.desk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser as far as signing in goes: it keeps cookies by host and port, and follows where it is sent when it is told to. */
public final class Browser {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final URI desk;

    public Browser(URI desk) {
        this.desk = desk;
    }

    /** Signs in with this name, from a page of the desk, and ends there. */
    public static Browser signedIn(URI desk, String name) {
        Provider.LIFE.set(3600);
        return signedInFor(desk, name);
    }

    /** The same, with tokens that live so many seconds. */
    public static Browser signedIn(URI desk, String name, int seconds) {
        Provider.LIFE.set(seconds);
        return signedInFor(desk, name);
    }

    private static Browser signedInFor(URI desk, String name) {
        var browser = new Browser(desk);
        browser.enter(browser.location(browser.get("/s/11X265/calls")), name);
        return browser;
    }

    /** Enters a name on the provider's page; gives where the desk then leads. */
    public HttpResponse<String> enter(URI authorize, String name) {
        return send(HttpRequest.newBuilder(entered(authorize, name)));
    }

    /** The same; gives where the provider leads. */
    public URI entered(URI authorize, String name) {
        return location(send(HttpRequest.newBuilder(authorize)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name))));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As the desk's scripts do. */
    public HttpResponse<String> ask(String path, String... headers) {
        return send(
                request(path, headers).header("X-Requested-With", "JavaScript").GET());
    }

    /** As the desk's scripts do. */
    public HttpResponse<String> post(String path, BodyPublisher body, String... headers) {
        return send(
                request(path, headers).header("X-Requested-With", "JavaScript").POST(body));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(desk.toString().replaceFirst("/$", "") + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        var uri = request.build().uri();
        var kept = cookies.computeIfAbsent(uri.getAuthority(), authority -> new LinkedHashMap<>());
        if (!kept.isEmpty()) {
            request.header(
                    "Cookie",
                    kept.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), body);
            answer.headers().allValues("set-cookie").forEach(cookie -> keep(kept, cookie));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(Map<String, String> kept, String cookie) {
        var pair = cookie.split(";", 2)[0];
        var name = pair.substring(0, pair.indexOf('='));
        if (cookie.contains("Max-Age=0")) {
            kept.remove(name);
        } else {
            kept.put(name, pair.substring(pair.indexOf('=') + 1));
        }
    }

    public URI location(HttpResponse<?> answer) {
        return answer.uri()
                .resolve(answer.headers()
                        .firstValue("location")
                        .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
    }

    /** The desk's cookies. */
    public Map<String, String> cookies() {
        return cookies.getOrDefault(desk.getAuthority(), Map.of());
    }
}
