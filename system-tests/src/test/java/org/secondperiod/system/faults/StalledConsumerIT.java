package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.stack.Part;

/**
 * A consumer that waits for others says so and is left alone; one that stands still by its own fault is told from it, and wants a
 * restart. By what a cluster asks (health) and by what wakes people (metrics).
 */
class StalledConsumerIT extends OnOneStand {

    private static final Duration DEAD_AFTER = Duration.ofSeconds(6);
    private static final Duration WATCHED = Duration.ofSeconds(12);
    private static final int DEBUGGER = Ports.free();

    private static ServiceProcess watched;

    @BeforeAll
    static void startOneThatIsWatched() {
        watched = stand.start(
                        Part.OUTREACH,
                        ServiceProcess.jar(Part.OUTREACH),
                        List.of(SuspendedThread.option(DEBUGGER)),
                        Map.of(
                                "secondperiod.delivery.dead-after",
                                "PT" + DEAD_AFTER.toSeconds() + "S",
                                // longer than that: a loop that waits for an answer must not be taken for dead
                                "quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout",
                                "25"))
                .awaitReady();
    }

    @AfterAll
    static void end() {
        watched.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE_SILENT", "BROKER_KILLED"})
    @Tag("F28")
    void waitingForOthersItIsInTroubleAndNotDead(Outage outage) {
        // When they say nothing, for longer than a loop that is well takes to turn
        outage.begin(stand);
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(500))
                    .during(WATCHED)
                    .atMost(WATCHED.multipliedBy(3))
                    .until(StalledConsumerIT::isAlive);

            // Then it says that it is others, and nobody starts it again
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(metric("secondperiod_consumer_in_trouble"))
                            .isEqualTo(1));
            assertThat(isAlive()).isTrue();
        } finally {
            outage.end(stand);
        }

        // And when they are back, it goes on by itself
        Awaitility.await()
                .atMost(Play.HEALS_WITHIN)
                .until(() -> watched.isReady() && outreach.process().isReady());
        assertThat(metric("secondperiod_consumer_in_trouble")).isZero();
    }

    @Test
    @Tag("F28")
    void aLoopThatStandsStillIsDeadAndInNoTroubleAndTheOthersGoOn() {
        play.morning(28, STUDENTS, Map.of("period 1", telling -> {
            // When its loop stands still and everything else of the process goes on
            try (var suspended = SuspendedThread.of(DEBUGGER, "consumer-" + Stand.CONSUMER)) {
                assertThat(suspended).isNotNull();
                Awaitility.await().atMost(DEAD_AFTER.multipliedBy(5)).until(() -> !isAlive());

                // Then it is dead, and it is nobody else's fault
                assertThat(body("/q/health/live")).contains("\"" + Stand.CONSUMER + ".dead\": true");
                assertThat(metric("secondperiod_consumer_since_turn")).isGreaterThan(DEAD_AFTER.toSeconds());
                assertThat(metric("secondperiod_consumer_in_trouble")).isZero();

                // and the other replica takes over what it had
                telling.run();
                play.awaitQuiet();
            }
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(StalledConsumerIT::isAlive);
        }));
    }

    private static boolean isAlive() {
        return send("/q/health/live").statusCode() == 200;
    }

    private static String body(String path) {
        return send(path).body();
    }

    /** The greatest of its values: of trouble there is one for each whose fault it may be. */
    private static double metric(String name) {
        var line = Pattern.compile("(?m)^%s\\{[^}]*consumer=\"%s\"[^}]*} (\\S+)$".formatted(name, Stand.CONSUMER));
        return line.matcher(body("/q/metrics"))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .max()
                .orElseThrow(() -> new AssertionError(name));
    }

    private static HttpResponse<String> send(String path) {
        try {
            return watched.send(HttpRequest.newBuilder(watched.uri(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
