package org.secondperiod.bench.morning;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.local.stack.Part;

/**
 * Sends marks and scans one by one at a fixed rate, whatever the answers take, and watches when their tasks open and close.
 * Of three events one is a mark, one a scan of somebody in time, and one a late scan of somebody marked ten seconds before.
 */
final class OpenLoop {

    private static final int KINDS = 3;
    private static final int LATE_AFTER_SECONDS = 10;
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final BenchStack stack;
    private final District district;
    private final CityLines lines;
    private final int perSecond;
    private final int seconds;
    private final Consumer<String> say;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong refused = new AtomicLong();

    OpenLoop(BenchStack stack, District district, LocalDate day, int perSecond, int seconds, Consumer<String> say) {
        this.stack = stack;
        this.district = district;
        this.lines = new CityLines(district, day);
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.say = say;
    }

    /** Marks to tasks opened, and late scans to tasks closed. */
    List<Latency> measure() {
        int events = perSecond * seconds;
        int marked = events / KINDS;
        if (marked * KINDS > district.students()) {
            throw new IllegalStateException("%,d students are too few for %,d events: there must be as many"
                    .formatted(district.students(), events));
        }
        say.accept("%,d events a second for %d s, open loop".formatted(perSecond, seconds));
        Sightings opened = new Sightings(district, marked);
        Sightings closed = new Sightings(district, marked);
        try (TaskStream stream = new TaskStream(stack, (student, state, nanos) -> {
            if (state.equals("OPEN")) {
                opened.seen(student, nanos);
            } else {
                closed.seen(student, nanos);
            }
        })) {
            run(marked, opened, closed);
            long giveUpAt = System.nanoTime() + STRAGGLERS.toNanos();
            while (opened.missing() + closed.missing() > 0 && System.nanoTime() < giveUpAt) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        if (refused.get() > 0) {
            throw new IllegalStateException("%,d requests were refused".formatted(refused.get()));
        }
        return List.of(
                opened.latency("Mark accepted to task visible", perSecond),
                closed.latency("Late scan accepted to task closed", perSecond));
    }

    /** Student n is marked, student n + half scans in time, and whoever was marked a while ago comes late. */
    private void run(int marked, Sightings opened, Sightings closed) {
        String sis = stack.as("sis").token();
        String doors = stack.as("doors").token();
        int behind = perSecond / KINDS * LATE_AFTER_SECONDS;
        long begun = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        for (int i = 0; i < marked + behind; i++) {
            for (int kind = 0; kind < KINDS; kind++) {
                long due = begun + (long) ((i * (double) KINDS + kind) * 1e9 / perSecond);
                waitUntil(due);
                if (kind == 0 && i < marked) {
                    int student = opened.student(i);
                    send(Part.INGEST, "/v1/absence-marks", sis, lines.mark(student), due, opened, i);
                } else if (kind == 1 && i < marked) {
                    send(Part.ENTRY, "/v1/scans", doors, lines.scan(opened.other(i)), due, null, i);
                } else if (kind == 2 && i >= behind) {
                    int student = closed.student(i - behind);
                    send(Part.ENTRY, "/v1/scans", doors, lines.lateScan(student), due, closed, i - behind);
                }
            }
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(
            Part service,
            String path,
            String token,
            String body,
            long due,
            @org.jspecify.annotations.Nullable Sightings watched,
            int index) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.layout().url(service) + path))
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        var unused = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, fault) -> {
            long now = System.nanoTime();
            if (fault != null || answer.statusCode() != OK) {
                refused.incrementAndGet();
            } else if (watched != null) {
                watched.accepted(index, due, now);
            }
        });
    }
}
