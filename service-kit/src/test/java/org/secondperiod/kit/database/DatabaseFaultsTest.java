package org.secondperiod.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFaultsTest {

    @ParameterizedTest(name = "SQLSTATE {0}: infrastructure is {1}")
    @CsvSource(
            nullValues = "none",
            value = {
                "08006, true", // connection failure
                "57P01, true", // admin shutdown
                "53100, true", // disk full
                "53300, true", // too many connections
                "40001, true", // serialization failure
                "40P01, true", // deadlock
                "55P03, true", // lock not available
                "none, true", // the pool has no connection to give
                "22P02, false", // not a number
                "23505, false", // a unique key
                "42P01, false" // no such table
            })
    void tellsWhatPassesFromWhatDoesNot(String state, boolean infrastructure) {
        var wrapped = new RuntimeException(new SQLException("x", state));

        assertThat(DatabaseFaults.isInfrastructure(wrapped)).isEqualTo(infrastructure);
    }

    @ParameterizedTest(name = "SQLSTATE {0}: of the installation is {1}")
    @CsvSource({
        "42P01, true", // no such table: a database of another version
        "42501, true", // a right that was taken away
        "28P01, true", // a password that was changed
        "22P02, false", // not a number
        "23505, false", // a unique key
        "57P01, false" // admin shutdown
    })
    void noDatumIsToBlameForHowTheDatabaseWasSetUp(String state, boolean installation) {
        var wrapped = new RuntimeException(new SQLException("x", state));

        assertThat(DatabaseFaults.isOfTheInstallation(wrapped)).isEqualTo(installation);
    }
}
