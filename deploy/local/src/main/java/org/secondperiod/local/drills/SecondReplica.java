package org.secondperiod.local.drills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;

/** One more process of a service of a stack, at a port of its own. */
final class SecondReplica implements AutoCloseable {

    private final Process process;
    private final URI ready;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private SecondReplica(Process process, URI ready) {
        this.process = process;
        this.ready = ready;
    }

    static SecondReplica start(DrillDistrict district, Part service) {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Stack.QUICK_TO_START);
        Map<String, String> settings = district.stack().settings(service);
        settings.put("quarkus.http.port", "" + port);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", district.layout().runnableJar(service).toString()));
        try {
            Path log = district.layout().logFile(service).resolveSibling(service.label() + "-2.log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(district.stack().environment(service));
            return new SecondReplica(
                    builder.start(),
                    URI.create("http://localhost:%d%s/q/health/ready".formatted(port, service.root())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isReady() {
        try {
            return http.send(
                                    HttpRequest.newBuilder(ready)
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
