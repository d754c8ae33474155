package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
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
        run(
                "CREATE TABLE mark_version (school_id text, student_id text, school_day date, period text, taken_at timestamptz,"
                        + " recorded_at timestamptz)");
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

    /** Twenty marks of a school, one student after the other from half past eight on, New York's time, and half a minute between them. */
    private static void marks(String school, String takenBeforeTheyCame, String between) throws SQLException {
        run("""
                INSERT INTO mark_version
                SELECT '%1$s', 'student-' || n, DATE '2026-11-24', '1', at - interval '%2$s', at
                FROM (SELECT n, TIMESTAMP '2026-11-24 08:30' AT TIME ZONE 'America/New_York' + n * interval '%3$s' AS at
                      FROM generate_series(1, 20) AS n) AS m""".formatted(school, takenBeforeTheyCame, between));
    }

    private static List<Finding> takenTimes() throws SQLException {
        return new TakenTimesCheck(database, ZoneId.of("America/New_York")).look();
    }

    @BeforeEach
    void noMarks() throws SQLException {
        run("TRUNCATE mark_version");
    }

    @Test
    void marks_that_come_within_minutes_are_good() throws SQLException {
        marks("right", "2 minutes", "30 seconds");

        assertThat(takenTimes()).extracting(Finding::level).containsExactly(Level.GOOD);
    }

    @Test
    void local_times_that_are_sent_as_utc_lie_before_the_marks_come_where_the_clock_is_behind() throws SQLException {
        marks("right", "2 minutes", "30 seconds");
        marks("wrong", "5 hours 2 minutes", "30 seconds");

        assertThat(takenTimes()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.about()).isEqualTo("school wrong");
            assertThat(finding.saw())
                    .startsWith(
                            "20 of its 20 marks of 2026-11-24 say that they were taken 300 minutes before they came");
            assertThat(finding.mend()).startsWith("its system sends local time as UTC");
        });
    }

    @Test
    void where_the_clock_is_ahead_they_lie_after_it() throws SQLException {
        run("""
                INSERT INTO mark_version
                SELECT 'east', 'student-' || n, DATE '2026-11-24', '1', at + interval '330 minutes' - interval '2 minutes', at
                FROM (SELECT n, TIMESTAMP '2026-11-24 08:30' AT TIME ZONE 'Asia/Kolkata' + n * interval '30 seconds' AS at
                      FROM generate_series(1, 20) AS n) AS m""");

        assertThat(new TakenTimesCheck(database, ZoneId.of("Asia/Kolkata")).look())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.saw()).contains("330 minutes after they came");
                    assertThat(finding.mend()).startsWith("its system sends local time as UTC");
                });
    }

    @Test
    void utc_that_is_sent_as_local_time_is_found() throws SQLException {
        marks("wrong", "-298 minutes", "30 seconds");

        assertThat(takenTimes()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.saw()).contains("300 minutes after they came");
            assertThat(finding.mend()).startsWith("its system sends UTC as local time");
        });
    }

    @Test
    void times_that_lie_after_the_marks_by_no_zone_are_found_too() throws SQLException {
        marks("wrong", "-90 minutes", "30 seconds");

        assertThat(takenTimes())
                .singleElement()
                .extracting(Finding::saw)
                .asString()
                .contains("90 minutes or more after they came");
    }

    @Test
    void a_file_that_comes_so_much_later_is_only_noticed() throws SQLException {
        marks("file", "5 hours", "0 seconds");

        assertThat(takenTimes()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.NOTICE);
            assertThat(finding.saw()).endsWith("they came all at once");
            assertThat(finding.mend()).startsWith("look at one of them");
        });
    }

    @Test
    void late_corrections_and_days_long_past_are_no_shift() throws SQLException {
        marks("right", "2 minutes", "30 seconds");
        run(
                "INSERT INTO mark_version SELECT school_id, student_id, school_day, period, taken_at, taken_at + interval '5 hours'"
                        + " FROM mark_version");
        run(
                "INSERT INTO mark_version SELECT school_id, student_id, school_day - 30, period, taken_at, taken_at + interval '5 hours'"
                        + " FROM mark_version");

        assertThat(takenTimes()).extracting(Finding::level).containsExactly(Level.GOOD);
    }

    @Test
    void some_that_lie_off_are_not_the_most() throws SQLException {
        marks("right", "2 minutes", "30 seconds");
        run("UPDATE mark_version SET taken_at = recorded_at - interval '5 hours' WHERE student_id LIKE 'student-1_'");

        assertThat(takenTimes()).extracting(Finding::level).containsExactly(Level.GOOD);
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
