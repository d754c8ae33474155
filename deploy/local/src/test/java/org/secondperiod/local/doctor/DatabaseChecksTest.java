package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.doctor.Finding.Level;

/** In a real PostgreSQL. */
class DatabaseChecksTest {

    private static LocalPostgres postgres;
    private static Connection database;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.temporary();
        database = DriverManager.getConnection(
                postgres.createDatabase("doctor"), LocalPostgres.USER, LocalPostgres.PASSWORD);
        run("CREATE TABLE mark_version (school_id text, taken_at timestamptz, recorded_at timestamptz)");
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.close();
    }

    private static void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_role_that_does_its_work_and_no_more_is_good() throws SQLException {
        run("CREATE ROLE modest LOGIN NOINHERIT");

        assertThat(new DatabaseRoleCheck(database, "modest").look()).isEmpty();
    }

    @Test
    void a_role_that_passes_by_policies_is_a_fault() throws SQLException {
        run("CREATE ROLE strong LOGIN BYPASSRLS CREATEDB");

        assertThat(new DatabaseRoleCheck(database, "strong").look())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.FAULT);
                    assertThat(finding.saw()).isEqualTo("it is too strong: BYPASSRLS, CREATEDB");
                    assertThat(finding.mend()).isEqualTo("ALTER ROLE strong NOBYPASSRLS NOCREATEDB");
                });
    }

    @Test
    void a_role_that_owns_tables_is_a_fault() throws SQLException {
        run("CREATE ROLE owning LOGIN");
        run("CREATE TABLE its_own ()");
        run("ALTER TABLE its_own OWNER TO owning");
        run("CREATE UNLOGGED TABLE its_desk ()");
        run("ALTER TABLE its_desk OWNER TO owning");

        assertThat(new DatabaseRoleCheck(database, "owning").look())
                .extracting(Finding::saw)
                .singleElement()
                .asString()
                .startsWith("it owns 1 tables");
    }

    @Test
    void a_role_that_is_not_there_is_a_fault() throws SQLException {
        assertThat(new DatabaseRoleCheck(database, "nobody").look())
                .extracting(Finding::level)
                .containsExactly(Level.FAULT);
    }

    @Test
    void local_times_that_are_sent_as_utc_are_found() throws SQLException {
        run(
                "INSERT INTO mark_version SELECT 'right', at - interval '2 minutes', at FROM (SELECT now() - n * interval '1 minute'"
                        + " AS at FROM generate_series(1, 20) n) AS m");
        assertThat(new TakenTimesCheck(database).look())
                .extracting(Finding::level)
                .containsExactly(Level.GOOD);

        run(
                "INSERT INTO mark_version SELECT 'wrong', at + interval '4 hours', at FROM (SELECT now() - n * interval '1 minute'"
                        + " AS at FROM generate_series(1, 20) n) AS m");

        assertThat(new TakenTimesCheck(database).look()).singleElement().satisfies(finding -> {
            assertThat(finding.about()).isEqualTo("school wrong");
            assertThat(finding.saw()).contains("240 minutes");
        });
    }

    @Test
    void clocks_that_disagree_are_found() throws SQLException {
        assertThat(ClockCheck.ofDatabase(database).level()).isEqualTo(Level.GOOD);
        Instant ours = Instant.parse("2026-10-13T12:00:00Z");
        assertThat(ClockCheck.compare("any", ours.plusSeconds(10), ours).level())
                .isEqualTo(Level.NOTICE);
        assertThat(ClockCheck.compare("any", ours.minusSeconds(120), ours))
                .isEqualTo(Finding.fault(
                        "any", "120 seconds off this machine's", "set both by NTP: timedatectl set-ntp true"));
    }
}
