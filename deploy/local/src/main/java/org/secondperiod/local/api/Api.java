package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** The public REST APIs of all services, called as one person or system. */
public final class Api {

    private final Function<Part, String> urls;
    private final UnaryOperator<String> tokens;
    private final Exchange exchange;
    private final String name;

    private Api(Function<Part, String> urls, UnaryOperator<String> tokens, Exchange exchange, String name) {
        this.urls = urls;
        this.tokens = tokens;
        this.exchange = exchange;
        this.name = name;
    }

    /** Signed in as {@code name}, one of {@code people-and-systems.json}. */
    public static Api as(String name, Layout layout) {
        HttpClient http = http();
        return new Api(layout::url, new Tokens(layout, http)::of, new Exchange(http), name);
    }

    /**
     * Wherever the services are, as whoever the token is of.
     *
     * @param urls a service's origin and root path
     */
    public static Api with(Function<Part, String> urls, String token) {
        return new Api(urls, name -> token, new Exchange(http()), "");
    }

    private static HttpClient http() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** The same connections, signed in as somebody else. */
    public Api as(String other) {
        return new Api(urls, tokens, exchange, other);
    }

    /**
     * The same, for a while patient with a service that does not answer.
     *
     * @param say told once that a service is away, and once that it is back
     */
    public Api patient(Duration limit, Consumer<String> say) {
        return new Api(urls, tokens, exchange.with(new Patience(limit, say)), name);
    }

    public String token() {
        return tokens.apply(name);
    }

    public JsonNode get(Part service, String path) {
        return send("GET", service, path, Json.TYPE, BodyPublishers.noBody()).body();
    }

    public JsonNode put(Part service, String path, Object body) {
        return send("PUT", service, path, Json.TYPE, BodyPublishers.ofString(Json.text(body)))
                .body();
    }

    public JsonNode post(Part service, String path, Object body) {
        return send("POST", service, path, Json.TYPE, BodyPublishers.ofString(Json.text(body)))
                .body();
    }

    /** Sends rows as NDJSON and returns the batch's result. */
    public BatchResult postRows(Part service, String path, List<?> rows) {
        String lines = rows.stream().map(Json::text).collect(Collectors.joining("\n", "", "\n"));
        return BatchResult.from(send("POST", service, path, "application/x-ndjson", BodyPublishers.ofString(lines))
                .body());
    }

    /** Sends a file as it is. */
    public Answer postFile(Part service, String path, String type, Path file) {
        try {
            return send("POST", service, path, type, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new ApiException("There is no file " + file, e);
        }
    }

    private Answer send(String method, Part service, String path, String type, BodyPublisher body) {
        return exchange.send(method, service, urls.apply(service) + path, token(), type, body);
    }
}
