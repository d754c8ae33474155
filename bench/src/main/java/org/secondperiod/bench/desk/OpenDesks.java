package org.secondperiod.bench.desk;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Desks that are open: each has a session and a stream of changes through the desk. */
final class OpenDesks implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int OPEN_WITHIN_SECONDS = 120;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).executor(threads).build();

    /**
     * Opens one for each session; returns once all of them hear what happens.
     *
     * @param reached told of what they hear
     */
    OpenDesks(List<DeskSession> sessions, String school, Reached reached) {
        CountDownLatch ready = new CountDownLatch(sessions.size());
        for (int desk = 0; desk < sessions.size(); desk++) {
            HttpRequest request = sessions.get(desk)
                    .request("/api/outreach/v1/events?school=" + school)
                    .header("Accept", "text/event-stream")
                    .build();
            var unused = http.sendAsync(request, BodyHandlers.fromLineSubscriber(new DeskStream(desk, reached, ready)));
        }
        await(ready);
    }

    private void await(CountDownLatch ready) {
        try {
            if (!ready.await(OPEN_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                close();
                throw new IllegalStateException("%,d desks have no stream of changes after %d s"
                        .formatted(ready.getCount(), OPEN_WITHIN_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
