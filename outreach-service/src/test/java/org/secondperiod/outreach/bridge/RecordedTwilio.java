package org.secondperiod.outreach.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.secondperiod.outreach.bridge.twilio.TwilioBridge;

/** Answers as Twilio answers, over real HTTP, and keeps what it was asked. It lets in one key only, and takes no other path or method. */
final class RecordedTwilio implements AutoCloseable {

    static final String CALLER_ID = "+17185550199";

    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json";

    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile String answer = "created";
    private volatile Duration takes = Duration.ZERO;

    RecordedTwilio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** A bridge that calls by it. */
    TwilioBridge bridge() {
        return TwilioBridge.of(config("secret"));
    }

    BridgeConfig.Twilio config(String secret) {
        return new BridgeConfig.Twilio() {
            @Override
            public URI url() {
                return URI.create("http://localhost:" + server.getAddress().getPort());
            }

            @Override
            public Optional<String> account() {
                return Optional.of(ACCOUNT);
            }

            @Override
            public Optional<String> key() {
                return Optional.of("SK-key");
            }

            @Override
            public Optional<String> secret() {
                return Optional.of(secret);
            }

            @Override
            public Optional<String> callerId() {
                return Optional.of(CALLER_ID);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }
        };
    }

    /** From now on it answers like this. */
    void answers(int with, String recorded) {
        status = with;
        answer = recorded;
    }

    void takes(Duration before) {
        takes = before;
    }

    /** The fields of each request that it let in. */
    List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals(CALLS)) {
                send(exchange, 404, "");
            } else if (!"Basic U0sta2V5OnNlY3JldA=="
                    .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, recorded("unauthorized"));
            } else {
                asked.add(fields(body));
                Thread.sleep(takes);
                send(exchange, status, recorded(answer));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> fields(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String recorded(String name) throws IOException {
        try (InputStream file = RecordedTwilio.class.getResourceAsStream("/twilio/" + name + ".json")) {
            assertThat(file).as(name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
