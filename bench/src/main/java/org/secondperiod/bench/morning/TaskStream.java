package org.secondperiod.bench.morning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.local.stack.Part;

/** Watches call tasks on outreach-service's event stream, as a front end does. */
final class TaskStream implements AutoCloseable {

    /** Told of each change of a task. */
    @FunctionalInterface
    interface Watcher {

        /** @param nanos when it was seen, of {@link System#nanoTime} */
        void seen(String student, String state, long nanos);
    }

    private static final String DATA = "data:";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final ObjectMapper json = new ObjectMapper();
    private final Stream<String> lines;

    /** Begins to watch; returns once the stream has begun. */
    TaskStream(BenchStack stack, Watcher watcher) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.layout().url(Part.OUTREACH) + "/v1/events"))
                .header(
                        "Authorization",
                        "Bearer " + stack.as("district-frontend").token())
                .header("Accept", "text/event-stream")
                .build();
        try {
            this.lines = http.send(request, BodyHandlers.ofLines()).body();
            Thread.ofPlatform().daemon().name("task-stream").start(() -> watch(watcher));
            ready.await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void watch(Watcher watcher) {
        String event = "";
        try {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                String line = each.next();
                if (line.startsWith("event:")) {
                    event = line.substring(6).strip();
                    if (event.equals("ready")) {
                        ready.countDown();
                    }
                } else if (line.startsWith(DATA) && event.equals("call-task")) {
                    long now = System.nanoTime();
                    JsonNode task = json.readTree(line.substring(DATA.length()));
                    watcher.seen(
                            task.path("studentId").asText(), task.path("state").asText(), now);
                }
            }
        } catch (UncheckedIOException | IOException ended) {
            ready.countDown();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
