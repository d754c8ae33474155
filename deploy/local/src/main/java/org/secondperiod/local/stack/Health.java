package org.secondperiod.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.embedded.Ports;

/** Asks each part whether it is ready for work. */
public final class Health {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Layout layout;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    public Health(Layout layout) {
        this.layout = layout;
    }

    public boolean ready(Part part) {
        return switch (part) {
            case POSTGRES -> databases();
            case KAFKA -> Ports.answers(layout.port(Part.KAFKA));
            case ISSUER -> ok(layout.issuerUrl() + "/.well-known/openid-configuration");
            default -> ok(readyUrl(part));
        };
    }

    /** Where a service says whether it is ready. */
    public String readyUrl(Part service) {
        return layout.url(service) + "/q/health/ready";
    }

    /** What the service at this address tells of itself; nothing where it does not answer. */
    public static String metrics(String url) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/q/metrics"))
                    .timeout(LIMIT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException expected) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** Whether there is somebody at this address who says that all is well. */
    public static boolean answers(String url) {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            return ok(http, url);
        }
    }

    private boolean databases() {
        String url = layout.jdbcUrl("reporting");
        try (var connection = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD)) {
            return connection.isValid((int) LIMIT.toSeconds());
        } catch (SQLException expected) {
            return false;
        }
    }

    private boolean ok(String url) {
        return ok(http, url);
    }

    private static boolean ok(HttpClient http, String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException expected) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
