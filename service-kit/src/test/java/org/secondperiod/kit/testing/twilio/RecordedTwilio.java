package org.secondperiod.kit.testing.twilio;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Answers as Twilio answers, over real HTTP, and keeps what it was asked. It lets in one key only, and takes no other path or method. */
public final class RecordedTwilio implements AutoCloseable {

    /** The account that it has. */
    public static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";

    /** The key that it lets in. */
    public static final String KEY = "SK-key";

    /** The key's secret. */
    public static final String SECRET = "secret";

    /** A number of that account. */
    public static final String CALLER_ID = "+17185550199";

    private static final String CALLS = "/2010-04-01/Accounts/" + ACCOUNT + "/Calls.json";
    private static final String LET_IN =
            "Basic " + Base64.getEncoder().encodeToString((KEY + ":" + SECRET).getBytes(StandardCharsets.UTF_8));

    private final HttpServer server;
    private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 201;
    private volatile String answer = "created";
    private volatile Duration takes = Duration.ZERO;

    /** On a free port of this machine; it answers that a call was created, at once. */
    public RecordedTwilio() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** Where it is. */
    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /**
     * From now on it answers like this.
     *
     * @param with the HTTP status
     * @param recorded the name of a body beside this class, without its ending
     */
    public void answers(int with, String recorded) {
        status = with;
        answer = recorded;
    }

    /** From now on it takes so long before it answers. */
    public void takes(Duration before) {
        takes = before;
    }

    /** The fields of each request that it let in. */
    public List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals(CALLS)) {
                send(exchange, 404, "");
            } else if (!LET_IN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
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
        try (InputStream file = RecordedTwilio.class.getResourceAsStream(name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
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
