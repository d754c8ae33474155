package org.secondperiod.local.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.stack.StackException;

/** By which rules the service has counted: read from its database, and not guessed. */
class CountingPolicyTest {

    private static LocalPostgres postgres;
    private static Connection database;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.temporary();
        database = DriverManager.getConnection(
                postgres.createDatabase("reporting"), LocalPostgres.USER, LocalPostgres.PASSWORD);
        run("""
                CREATE TABLE counting_policy (policy_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, since timestamptz,
                    minimum_days int, usual_rule text, half_of_periods text[], trigger_period text[], year_ends text, zone text)""");
        run("CREATE TABLE school (school_id text)");
        run("INSERT INTO school VALUES ('A'), ('B'), ('C')");
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.close();
    }

    @BeforeEach
    void nothingYet() throws SQLException {
        run("TRUNCATE counting_policy");
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void counted(int minimum, String usual, String half, String trigger) throws SQLException {
        run("""
                INSERT INTO counting_policy (since, minimum_days, usual_rule, half_of_periods, trigger_period, year_ends, zone)
                VALUES ('2026-10-14 12:00Z', %d, '%s', '%s', '%s', '06-30', 'America/Chicago')""".formatted(minimum, usual, half, trigger));
    }

    @Test
    void theRulesAreReadWithTheSchoolsThatGoByHalfOfTheirPeriods() throws SQLException {
        counted(15, "TRIGGER_PERIOD", "{B}", "{}");

        assertThat(CountingPolicy.only(database))
                .isEqualTo(new CountingPolicy(MonthDay.of(6, 30), 15, ZoneId.of("America/Chicago"), List.of("B")));
    }

    @Test
    void whereHalfIsUsualItIsAllSchoolsButThoseThatAreNamed() throws SQLException {
        counted(10, "HALF_OF_PERIODS", "{}", "{B}");

        assertThat(CountingPolicy.only(database).half()).containsExactly("A", "C");
    }

    @Test
    void rulesThatHaveChangedSinceAreNoGroundToCompareOnUntilAllIsCountedAnew() throws SQLException {
        counted(10, "TRIGGER_PERIOD", "{}", "{}");
        counted(15, "TRIGGER_PERIOD", "{}", "{}");

        assertThatThrownBy(() -> CountingPolicy.only(database))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("by other rules than before")
                .hasMessageContaining("./sp reports rebuild");
        assertThat(CountingPolicy.inForce(database).minimum()).isEqualTo(15);

        CountingPolicy.forgetOthers(database);
        assertThat(CountingPolicy.only(database).minimum()).isEqualTo(15);
    }

    @Test
    void theSameWrittenDownTwiceIsNoChange() throws SQLException {
        counted(10, "TRIGGER_PERIOD", "{}", "{}");
        counted(10, "TRIGGER_PERIOD", "{}", "{}");

        assertThat(CountingPolicy.only(database).minimum()).isEqualTo(10);
    }

    @Test
    void aServiceThatHasNotSaidIsToBeStartedFirst() {
        assertThatThrownBy(() -> CountingPolicy.only(database))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("start this version of it");
    }
}
