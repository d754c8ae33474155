package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.secondperiod.events.Topic;
import org.secondperiod.local.stack.Part;

/**
 * outreach-service as it is run, one for all tests of a run, each of which plays a day of its own. Whatever happens in a morning,
 * after every phase of it all conclusions and tasks are what the oracle says, nothing is said twice or left out, no record is
 * given up, and nobody had to help.
 */
abstract class OnOneStand {

    static final int STUDENTS = 30;
    static final Duration A_WHILE = Duration.ofSeconds(4);
    static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(8);
    static final String DEAD_LETTERS = Topic.deadLetters(Stand.CONSUMER);
    /** The keys of records that nobody can read. */
    static final List<String> POISON = new ArrayList<>();

    static Stand stand;
    static Broker broker;
    static Replica outreach;
    static Play play;

    @BeforeAll
    static void startOnce() {
        if (stand != null) {
            return;
        }
        stand = new Stand("outreach", Instant.parse("2026-09-08T10:00:00Z"));
        broker = new Broker(stand.kafka);
        outreach = new Replica(stand, Part.OUTREACH);
        outreach.process().awaitReady();
        play = new Play(stand, broker, LocalDate.of(2026, 9, 8));
    }

    @AfterEach
    void whateverHappened() {
        play.assertNothingTwiceAndNothingLost();
        assertThat(broker.readAll(DEAD_LETTERS))
                .extracting(letter -> letter.key())
                .isSubsetOf(POISON);
    }
}
