package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.system.OwnStack;

/** A district that has just been installed, on a Wednesday, on a stack of its own. */
final class FirstRun implements AutoCloseable {

    /** The school that is set up in it. */
    static final String SCHOOL = "99X001";

    /** What day it is. */
    static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    /** Period 1 is over. */
    private static final LocalTime MORNING = LocalTime.of(8, 55);

    private static final Duration SOON = Duration.ofSeconds(30);

    private final OwnStack stack;
    private final Layout layout;
    private final Chromium chromium;

    private FirstRun(OwnStack stack) {
        this.stack = stack;
        this.layout = stack.layout();
        this.chromium = new Chromium();
    }

    static FirstRun start() {
        return start("first-run", MORNING, Map.of());
    }

    /**
     * Starts it.
     *
     * @param name of the folder in which its state is kept
     * @param now what time it is there
     * @param environment what an installation sets in that of its services
     */
    static FirstRun start(String name, LocalTime now, Map<String, String> environment) {
        var stack = new OwnStack(name);
        try {
            clock(stack.layout()).set(at(now), 1);
            var started = stack.sp().with(environment).run(Duration.ofMinutes(9), "start");
            assertThat(started.exitCode()).as(started.output()).isZero();
            return new FirstRun(stack);
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    private static ClockFile clock(Layout layout) {
        return new ClockFile(layout.clockFile());
    }

    /** That time of its day. */
    static Instant at(LocalTime time) {
        return DAY.atTime(time).atZone(Stack.ZONE).toInstant();
    }

    /** It is this time now, unless it is later already; services know within a quarter of a second. */
    void itIsNoEarlierThan(LocalTime time) {
        var clock = clock(layout);
        if (clock.now().isBefore(at(time))) {
            clock.set(at(time), 1);
        }
    }

    String url(Part part) {
        return layout.url(part);
    }

    Desk signIn(Screen screen, String name) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), name);
        desk.settled();
        return desk;
    }

    Api as(String name) {
        return Api.as(name, layout);
    }

    /** Waits until it is concluded of the student that they are in one of these states. */
    void awaitState(String student, String... oneOf) {
        await().atMost(SOON).untilAsserted(() -> {
            var found = as("okafor")
                    .get(Part.OUTREACH, "/v1/whereabouts?school=%s&day=%s&limit=100".formatted(SCHOOL, DAY))
                    .path("items");
            var states = new ArrayList<String>();
            found.forEach(each -> {
                if (each.path("studentId").asText().equals(student)) {
                    states.add(each.path("state").asText());
                }
            });
            assertThat(states).as(student).hasSize(1).containsAnyOf(oneOf);
        });
    }

    @Override
    public void close() {
        chromium.close();
        stack.close();
    }
}
