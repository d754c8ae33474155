package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.Morning.Phase;
import org.secondperiod.system.histories.Told;

/**
 * Plays one morning after the other, each on a day of its own, and asks after every phase that outreach says what the oracle
 * says. Faults strike in the phases that are named.
 */
final class Play {

    /** Long enough for a service that starts again on a busy machine; a fault that does not heal fails at the end of it. */
    static final Duration HEALS_WITHIN = Duration.ofSeconds(Long.getLong("secondperiod.patience", 120));

    /** Tells what a phase has to tell, and returns when it is acknowledged. */
    @FunctionalInterface
    interface Teller {
        void tell(Collection<Told> told);
    }

    private final Stand stand;
    private final Broker broker;
    private LocalDate day;
    private int mornings;

    Play(Stand stand, Broker broker, LocalDate firstDay) {
        this.stand = stand;
        this.broker = broker;
        this.day = firstDay;
    }

    /**
     * A whole morning with faults, by the names of the phases in which they strike.
     *
     * @return what was expected of it
     */
    Expected morning(long seed, int studentsPerSchool, Map<String, Fault> faults) {
        return play(makeUp(seed, studentsPerSchool), broker::tell, faults);
    }

    /** A morning on a day of its own. */
    Morning makeUp(long seed, int studentsPerSchool) {
        var morning = MadeUpMorning.of(seed, "d" + ++mornings, day, studentsPerSchool);
        day = day.plusDays(1);
        return morning;
    }

    /** A morning that is told in some way. */
    Expected play(Morning morning, Teller teller, Map<String, Fault> faults) {
        var left = new HashMap<>(faults);
        var expected = expected(morning);
        for (var phase : morning.phases()) {
            var fault = left.remove(phase.name());
            play(phase, teller, fault == null ? Runnable::run : fault);
            awaitEqual(expected, phase);
        }
        assertThat(left).as("every fault has its phase").isEmpty();
        return expected;
    }

    /** What the oracle says of it. */
    Expected expected(Morning morning) {
        try (var oracle = stand.ofTheOracle()) {
            return Expected.of(morning, morning.told().map(Told::accepted).toList(), oracle);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void play(Phase phase, Teller teller, Fault fault) {
        try {
            fault.strike(() -> {
                stand.setClock(phase.at());
                teller.tell(phase.told());
            });
        } catch (RuntimeException | AssertionError e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until outreach has read everything and says what the oracle says. */
    void awaitEqual(Expected expected, Phase phase) {
        try {
            Awaitility.await()
                    .atMost(HEALS_WITHIN)
                    .pollInterval(Duration.ofMillis(150))
                    .until(() -> differences(expected, phase).isEmpty());
        } catch (ConditionTimeoutException e) {
            var differences = differences(expected, phase);
            assertThat(differences.stream().limit(5).toList())
                    .as("%d differ from the oracle, in the phase %s", differences.size(), phase.name())
                    .isEmpty();
        }
    }

    /** Waits until outreach has read everything and has sent what it has to say. */
    void awaitQuiet() {
        try (var outreach = stand.database(Part.OUTREACH)) {
            Awaitility.await().atMost(HEALS_WITHIN).until(new Invariants(broker, outreach)::isQuiet);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> differences(Expected expected, Phase phase) {
        try (var outreach = stand.database(Part.OUTREACH)) {
            if (!new Invariants(broker, outreach).isQuiet()) {
                return List.of("not everything is read and sent yet");
            }
            return expected.differences(phase, outreach);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What must hold after any fault. */
    void assertNothingTwiceAndNothingLost() {
        try (var outreach = stand.database(Part.OUTREACH)) {
            var invariants = new Invariants(broker, outreach);
            invariants.nothingSaidTwiceOrNever();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
