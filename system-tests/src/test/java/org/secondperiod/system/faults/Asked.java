package org.secondperiod.system.faults;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.secondperiod.local.stack.Part;

/**
 * A request to a service.
 *
 * @param path below the service's root path
 */
record Asked(Part service, String method, String path, String token, byte[] body, Map<String, String> headers) {

    private static final Duration PATIENCE = Duration.ofSeconds(25);

    static Asked get(Part service, String path, String token) {
        return new Asked(service, "GET", path, token, new byte[0], Map.of());
    }

    static Asked json(Part service, String method, String path, String token, String body) {
        return of(service, method, path, token, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static Asked of(Part service, String method, String path, String token, String type, byte[] body) {
        return new Asked(service, method, path, token, body, Map.of("Content-Type", type));
    }

    /** The same with one more header. */
    Asked with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Asked(service, method, path, token, body, more);
    }

    HttpRequest to(ServiceProcess process) {
        var request = HttpRequest.newBuilder(process.uri(path))
                .timeout(PATIENCE)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    /** What it asks for, without whatever stands in its address. */
    @Override
    public String toString() {
        return method + " " + path.replaceAll("[0-9A-Za-z]*vex\\S*", "...");
    }
}
