package org.secondperiod.desk.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What stands behind the desk in its tests: it remembers what it was asked, and answers as it is told. */
public final class Upstream {

    /** A request as it came. */
    public record Asked(String method, String target, Headers headers, long length) {}

    public static final BlockingQueue<Asked> ASKED = new LinkedBlockingQueue<>();

    /** How much of an upload has come so far. */
    public static final AtomicLong ARRIVED = new AtomicLong();

    /** Lets a stream say its second event. */
    public static volatile CountDownLatch goOn = new CountDownLatch(1);

    /** Counted down when whoever read a stream has gone away. */
    public static volatile CountDownLatch gone = new CountDownLatch(1);

    private Upstream() {}

    static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", Upstream::answer);
            server.createContext("/outreach/v1/events", Upstream::stream);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        long length = 0;
        var buffer = new byte[8192];
        try (var body = exchange.getRequestBody()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
                ARRIVED.set(length);
            }
        }
        remember(exchange, length);
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "application/json");
        headers.add("ETag", "\"7\"");
        headers.add("Set-Cookie", "upstream=secret");
        headers.add("X-Internal", "secret");
        headers.add("Location", "http://inside/outreach/v1/call-tasks/t-1");
        var answer = "{\"here\":true}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, answer.length);
        try (var out = exchange.getResponseBody()) {
            out.write(answer);
        }
    }

    private static void stream(HttpExchange exchange) throws IOException {
        remember(exchange, 0);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            out.write("id:1\ndata:first\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            goOn.await(60, TimeUnit.SECONDS);
            out.write("id:2\ndata:second\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            for (int i = 0; i < 1000; i++) {
                Thread.sleep(50);
                out.write(":still here\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            gone.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remember(HttpExchange exchange, long length) {
        ASKED.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestHeaders(),
                length));
    }
}
