package org.secondperiod.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.local.stack.Part;

/** A service is killed under a request and comes back: a real server on a real port. */
class ExchangeTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    @Test
    void a_patient_client_sends_the_same_again_until_the_service_is_back_and_says_so_once() throws Exception {
        Exchange patient = exchange().with(new Patience(Duration.ofSeconds(60), said::add));
        ServerSocket dying = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        int port = dying.getLocalPort();

        var first = CompletableFuture.supplyAsync(() -> post(patient, port));
        cutOff(dying);
        var second = CompletableFuture.supplyAsync(() -> post(patient, port));
        await().until(() -> !said.isEmpty());
        HttpServer back = service(port);
        try {
            assertThat(first.join().status()).isEqualTo(201);
            assertThat(second.join().status()).isEqualTo(201);
        } finally {
            back.stop(0);
        }

        assertThat(said)
                .containsExactly(
                        "outreach-service does not answer; what it should hear is kept and sent again.",
                        "outreach-service answers again.");
        assertThat(keys).hasSize(3);
        assertThat(keys.subList(1, 3)).contains(keys.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void who_is_asked_to_come_back_later_does(int status) throws Exception {
        var answers = new ConcurrentLinkedQueue<>(List.of(status, 201));
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        busy.createContext("/", request -> {
            request.getResponseHeaders().add("Retry-After", "0");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            request.sendResponseHeaders(answers.remove(), body.length);
            request.getResponseBody().write(body);
            request.close();
        });
        busy.start();
        try {
            assertThat(post(exchange(), busy.getAddress().getPort()).status()).isEqualTo(201);
        } finally {
            busy.stop(0);
        }
    }

    @Test
    void others_hear_at_once_that_nobody_is_there() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertThatThrownBy(() -> post(exchange(), port))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Nobody answers")
                .hasMessageContaining("./sp start");
    }

    private static Exchange exchange() {
        return new Exchange(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    private static Answer post(Exchange exchange, int port) {
        return exchange.send(
                "POST",
                Part.OUTREACH,
                "http://localhost:" + port + "/v1/sightings",
                "token",
                Json.TYPE,
                BodyPublishers.ofString("{}"));
    }

    /** Takes one request and dies without an answer. */
    private void cutOff(ServerSocket dying) throws IOException {
        try (dying;
                var request = dying.accept()) {
            byte[] head = new byte[8192];
            int read = request.getInputStream().read(head);
            new String(head, 0, read, StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("idempotency-key:"))
                    .forEach(line ->
                            keys.add(line.substring(line.indexOf(':') + 1).strip()));
        }
    }

    private HttpServer service(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
