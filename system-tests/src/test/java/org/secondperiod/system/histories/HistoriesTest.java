package org.secondperiod.system.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.Scan;
import org.secondperiod.system.oracle.Oracle;

/**
 * Random mornings through the real merge and decision equal the oracle, at every moment. {@code -Dsecondperiod.histories=N} says
 * how many, {@code -Dsecondperiod.seed=N} from which seed on.
 */
class HistoriesTest {

    private static final int AT_ONCE = 50;

    private static LocalPostgres postgres;
    private static Connection connection;
    private static Oracle oracle;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.temporary();
        connection = DriverManager.getConnection(
                postgres.createDatabase("oracle"), LocalPostgres.USER, LocalPostgres.PASSWORD);
        oracle = new Oracle(connection, Mornings.DISTRICT_ZONE);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        postgres.close();
    }

    @Test
    void mergeAndDecisionEqualTheOracleAtEveryMoment() {
        // Given random mornings
        long from = Long.getLong("secondperiod.seed", 1);
        long count = Long.getLong("secondperiod.histories", 120);
        var proof = new Proof(oracle, history -> InMemoryPlay.play(history, Mornings.DISTRICT_ZONE));

        for (long seed = from; seed < from + count; seed += AT_ONCE) {
            // When they are played
            var difference = proof.firstDifference(mornings(seed, Math.min(AT_ONCE, from + count - seed)));

            // Then everything concluded is what the oracle says
            assertThat(difference.map(found -> story(proof, found)))
                    .as("the difference found with seed %d and following", seed)
                    .isEmpty();
        }
        assertThat(proof.compared()).isGreaterThan((int) count * 20);
    }

    @Test
    void aFaultIsFoundAndToldInAShortStory() {
        // Given a system that does not see students going out
        Function<History, List<Observed>> faulty = history -> InMemoryPlay.play(
                history.with(history.told().stream().filter(told -> !isExit(told)).toList(), history.looks()),
                Mornings.DISTRICT_ZONE);
        var proof = new Proof(oracle, faulty);

        // When mornings are played
        Optional<Difference> found = proof.firstDifference(mornings(1, AT_ONCE));

        // Then a short story tells of an exit
        assertThat(found).isPresent();
        var shortest = new Shrinker(proof).shrink(found.get());
        assertThat(shortest.history().told()).hasSizeLessThanOrEqualTo(4);
        assertThat(Story.of(shortest, Mornings.DISTRICT_ZONE)).contains("is scanned OUT");
    }

    private static List<History> mornings(long from, long count) {
        return LongStream.range(from, from + count).mapToObj(Mornings::of).toList();
    }

    private static String story(Proof proof, Difference found) {
        return Story.of(new Shrinker(proof).shrink(found), Mornings.DISTRICT_ZONE);
    }

    private static boolean isExit(Told told) {
        return told.fact() instanceof Scan scan && scan.direction() == Scan.Direction.OUT;
    }
}
