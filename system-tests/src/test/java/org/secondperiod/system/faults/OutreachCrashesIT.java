package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** outreach-service is killed, frozen, crowded out and asked to end, each while it works. */
class OutreachCrashesIT extends OnOneStand {

    @Test
    @Tag("F9")
    @Tag("F21")
    void killedAtTheStepsOfABatch() {
        play.morning(
                9,
                STUDENTS,
                Map.of(
                        "period 1", outreach.killedAt("INSERT", "student_day"),
                        "cut-off", outreach.killedWhileItCommits("INSERT", "call_task", false),
                        "late arrivals and corrections",
                                outreach.killedWhileItCommits("UPDATE", "consumer_offset", true),
                        "more of them", outreach.killedAt("DELETE", "outbox")));
    }

    @Test
    @Tag("F10")
    @Tag("F11")
    void aFrozenReplicaIsReplacedAndHasNoEffectWhenItWakesUp() {
        var other = stand.start(Part.OUTREACH).awaitReady();
        try {
            play.morning(
                    10,
                    STUDENTS,
                    Map.of(
                            "period 1",
                            telling -> {
                                // in the middle of its transaction, which holds what the other one needs
                                var step = Breakpoint.on(stand.jdbcUrl(Part.OUTREACH), "INSERT", "student_day");
                                telling.run();
                                step.awaitHit();
                                outreach.process().freeze();
                                step.release();
                                Fault.lasts(LONGER_THAN_A_LEASE);
                                outreach.process().thaw();
                                step.close();
                            },
                            "late arrivals and corrections",
                            Rebalances.of(stand, 4)));
        } finally {
            other.terminate(Duration.ofSeconds(20));
        }
    }

    @Test
    @Tag("F24")
    void askedToEndUnderLoadItEndsInTimeAndLeavesNothingHalfDone() {
        play.morning(24, STUDENTS * 10, Map.of("period 1", telling -> {
            var told = Fault.beside(telling);
            awaitWork();
            outreach.process().terminate(Duration.ofSeconds(10));
            told.join();
            outreach.startAgain();
        }));
    }

    private static void awaitWork() {
        long before = concluded();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> concluded() > before);
    }

    private static long concluded() {
        return broker.ends(List.of(Topics.WHEREABOUTS.name())).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
