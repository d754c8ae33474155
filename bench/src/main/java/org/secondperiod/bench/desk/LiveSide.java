package org.secondperiod.bench.desk;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.measure.TimedSide;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;

/**
 * Students of whom some desks wait to hear come through the door, one after the other at a fixed pace. It is measured from when
 * the scan was due to be sent until the last of these desks knows that the family is not called any more.
 */
final class LiveSide implements TimedSide {

    private static final int EVERY_MILLIS = 250;
    private static final int EVENTS = 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final BenchStack stack;
    private final BenchSchool school;
    private final Mornings mornings;
    private final Absentees absentees;
    private final List<DeskSession> sessions;
    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final AtomicInteger refused = new AtomicInteger();
    private List<String> students = List.of();
    private @Nullable Reached reached;
    private @Nullable OpenDesks desks;
    private int missed;

    /** @param sessions one for each desk that is open */
    LiveSide(BenchStack stack, BenchSchool school, Mornings mornings, Absentees absentees, List<DeskSession> sessions) {
        this.stack = stack;
        this.school = school;
        this.mornings = mornings;
        this.absentees = absentees;
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return sessions.size() == 1 ? "one open desk" : "%d open desks".formatted(sessions.size());
    }

    @Override
    public void prepare() {
        students = absentees.take(Math.min(EVENTS, school.absent()));
        reached = new Reached(students, sessions.size());
        desks = new OpenDesks(sessions, school.id(), reached);
    }

    @Override
    public Histogram work() {
        Reached awaited = reached;
        if (awaited == null) {
            throw new IllegalStateException("prepare() comes first");
        }
        Pace pace = Pace.every(EVERY_MILLIS);
        for (int n = 0; n < students.size(); n++) {
            String student = students.get(n);
            awaited.due(student, pace.await(n));
            comesIn(student);
        }
        long giveUpAt = System.nanoTime() + LIMIT.toNanos();
        while (awaited.missing() > 0 && System.nanoTime() < giveUpAt) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MILLIS));
        }
        missed += awaited.missing();
        return awaited.untilTheLast();
    }

    private void comesIn(String student) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.layout().url(Part.ENTRY) + "/v1/scans"))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + stack.as("doors").token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.text(mornings.lateScan(absentees.morning(), student))))
                .build();
        var unused = http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, fault) -> {
            if (fault != null || answer.statusCode() / 100 != 2) {
                refused.incrementAndGet();
            }
        });
    }

    @Override
    public void check() {
        OpenDesks open = desks;
        if (open != null) {
            open.close();
        }
        if (refused.get() > 0) {
            throw new IllegalStateException("%,d scans were refused".formatted(refused.get()));
        }
    }

    @Override
    public List<String> faults() {
        return missed == 0
                ? List.of()
                : List.of("%s: %,d times a desk did not hear of a student who came in".formatted(name(), missed));
    }
}
