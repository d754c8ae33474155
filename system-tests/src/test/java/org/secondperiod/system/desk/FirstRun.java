package org.secondperiod.system.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.OwnStack;

/** A district that has just been installed, on a Wednesday at 08:55, when period 1 is over. */
final class FirstRun implements AutoCloseable {

    /** The school that is set up in it. */
    static final String SCHOOL = "99X001";

    private static final String DAY = "2026-10-14";
    private static final Instant MORNING = Instant.parse("2026-10-14T12:55:00Z");
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
        var stack = new OwnStack("first-run");
        try {
            new ClockFile(stack.layout().clockFile()).set(MORNING, 1);
            var started = stack.sp().run(Duration.ofMinutes(9), "start");
            assertThat(started.exitCode()).as(started.output()).isZero();
            return new FirstRun(stack);
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
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
