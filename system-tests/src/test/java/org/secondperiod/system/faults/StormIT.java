package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;

/**
 * Many faults of all kinds, and many at once, over one morning. {@code -Dsecondperiod.seed=N} for another storm, or the same again;
 * {@code -Dsecondperiod.storm.faults=N} for a shorter one.
 */
class StormIT {

    private static final long SEED = Long.getLong("secondperiod.seed", 3);
    private static final int FAULTS = Integer.getInteger("secondperiod.storm.faults", 120);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final int PAIRS_OF_SCHOOLS = 3;
    private static final int STUDENTS = 50;
    private static final int SENDERS = 6;

    @Test
    @Tag("F9")
    @Tag("F10")
    @Tag("F11")
    @Tag("F12")
    @Tag("F13")
    @Tag("F14")
    @Tag("F15")
    @Tag("F16")
    @Tag("F21")
    void afterAHundredFaultsAllIsAsItMustBeAndNobodyHasHelped() {
        var chronicle = new Chronicle(SEED);
        try (var all = new AllServices("storm", DAY, LocalPostgres.temporary())) {
            strike(all, chronicle);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(chronicle.replay(), e);
        }
    }

    private static void strike(AllServices all, Chronicle chronicle) {
        // Given a morning of a district, that is sent through the APIs
        var morning = all.district(SEED, PAIRS_OF_SCHOOLS, STUDENTS);
        var sources = new Sources(SEED, all.client, SENDERS, Rosters.uploaded(all.client, DAY));
        var storm = new Storm(all, SEED, FAULTS, chronicle);

        // When faults strike all the time
        storm.over(morning, sources);

        // Then it has healed, and nothing is lost or twice
        assertThat(chronicle.count()).isEqualTo(FAULTS);
        assertThat(all.client.turnedAway()).as("requests that met a fault").isPositive();
        all.assertHealed(morning, sources.acknowledged(), new TreeSet<>(storm.poison()));
        chronicle.say("healed; %s; %d requests were turned away; %d processes had ended by themselves"
                .formatted(chronicle.kinds(), all.client.turnedAway(), all.startedAgain()));
    }
}
