package org.secondperiod.bench.morning;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.secondperiod.bench.morning.Packets.Line;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.local.stack.Part;

/**
 * Has marks and scans come up at a fixed rate, sends what has come up several times a second, whatever the answers take, and
 * watches when their tasks open and close.
 * Of three events one is a mark, one a scan of somebody in time, and one a late scan of somebody marked ten seconds before.
 */
final class OpenLoop {

    /**
     * How fast.
     *
     * @param events a second
     * @param everyMillis how often what has come up is sent; 0 for a request of one line for each event
     */
    record Rate(int events, int everyMillis) {}

    private static final int KINDS = 3;
    private static final int LATE_AFTER_SECONDS = 10;
    private static final Duration STRAGGLERS = Duration.ofSeconds(30);

    private final BenchStack stack;
    private final District district;
    private final CityLines lines;
    private final int perSecond;
    private final int seconds;
    private final int everyMillis;
    private final Consumer<String> say;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong refused = new AtomicLong();

    /**
     * @param rate how many events come up, and how often they are sent
     * @param seconds for how long
     */
    OpenLoop(BenchStack stack, District district, LocalDate day, Rate rate, int seconds, Consumer<String> say) {
        this.stack = stack;
        this.district = district;
        this.lines = new CityLines(district, day);
        this.perSecond = rate.events();
        this.everyMillis = rate.everyMillis();
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
        say.accept(
                "%,d events a second for %d s, sent every %d ms, open loop".formatted(perSecond, seconds, everyMillis));
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
            throw new IllegalStateException("%,d events were refused".formatted(refused.get()));
        }
        return List.of(
                opened.latency("Mark accepted to task visible", perSecond),
                closed.latency("Late scan accepted to task closed", perSecond));
    }

    /** Student n is marked, student n + half scans in time, and whoever was marked a while ago comes late. */
    private void run(int marked, Sightings opened, Sightings closed) {
        Packets marks = packets(Part.INGEST, "/v1/absence-marks/batch", "sis");
        Packets scans = packets(Part.ENTRY, "/v1/scans/batch", "doors");
        int behind = perSecond / KINDS * LATE_AFTER_SECONDS;
        long begun = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        long sendAt = begun;
        for (int i = 0; i < marked + behind; i++) {
            for (int kind = 0; kind < KINDS; kind++) {
                long due = begun + (long) ((i * (double) KINDS + kind) * 1e9 / perSecond);
                waitUntil(due);
                if (kind == 0 && i < marked) {
                    marks.add(new Line(lines.mark(opened.student(i)), due, opened, i));
                } else if (kind == 1 && i < marked) {
                    scans.add(new Line(lines.scan(opened.other(i)), due, null, i));
                } else if (kind == 2 && i >= behind) {
                    scans.add(new Line(lines.lateScan(closed.student(i - behind)), due, closed, i - behind));
                }
                if (due >= sendAt) {
                    marks.send();
                    scans.send();
                    sendAt += TimeUnit.MILLISECONDS.toNanos(everyMillis);
                }
            }
        }
        marks.send();
        scans.send();
    }

    private Packets packets(Part service, String path, String sender) {
        return new Packets(
                http,
                URI.create(stack.layout().url(service) + path),
                stack.as(sender).token(),
                refused);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
