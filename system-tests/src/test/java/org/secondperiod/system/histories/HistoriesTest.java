package org.secondperiod.system.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.oracle.Oracle;

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
    @Tag("F2")
    @Tag("F5")
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
        assertThat(proof.reasons())
                .contains("CODE_UNKNOWN", "ATTENDANCE_NOT_TAKEN", "SEEN_ELSEWHERE", "DOOR_FEED_SILENT", "MASS_ABSENCE");
    }

    private static List<History> mornings(long from, long count) {
        return LongStream.range(from, from + count).mapToObj(Mornings::of).toList();
    }

    private static String story(Proof proof, Difference found) {
        return Story.of(new Shrinker(proof).shrink(found), Mornings.DISTRICT_ZONE);
    }
}
