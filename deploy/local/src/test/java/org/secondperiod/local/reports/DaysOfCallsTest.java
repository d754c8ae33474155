package org.secondperiod.local.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;

/** What {@code ./sp reports rebuild} has added up again of calls and reasons, which {@code --check} compares. */
class DaysOfCallsTest {

    private static final List<String> TABLES =
            List.of("call", "call_task", "whereabouts", "mark", "outreach_day", "reason_day", "draw_day");

    private static LocalPostgres postgres;
    private static Connection database;

    @BeforeAll
    static void start() throws SQLException {
        postgres = LocalPostgres.temporary();
        database = DriverManager.getConnection(
                postgres.createDatabase("reporting"), LocalPostgres.USER, LocalPostgres.PASSWORD);
        for (String table : TABLES) {
            run("CREATE TABLE %s (school_id text, school_day date)".formatted(table));
        }
        run("CREATE TABLE outreach_due (school_id text, school_day date, PRIMARY KEY (school_id, school_day))");
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
    void everyDayOfWhichAnythingIsToldOrKeptIsAddedUpAgain() throws SQLException {
        for (String table : TABLES) {
            run("INSERT INTO %1$s VALUES ('%1$s', '2026-10-13'), ('%1$s', '2026-10-13'), ('%1$s', '2025-07-31')"
                    .formatted(table));
        }
        run("INSERT INTO outreach_due VALUES ('mark', '2026-10-13')");

        DaysOfCalls.addUpAgain(database, LocalDate.of(2025, 8, 1));

        List<String> due = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery("SELECT school_id, school_day FROM outreach_due")) {
            while (row.next()) {
                due.add(row.getString(1));
                assertThat(row.getString(2)).isEqualTo("2026-10-13");
            }
        }
        assertThat(due).containsExactlyInAnyOrderElementsOf(TABLES);
        assertThat(DaysOfCalls.left(database)).isEqualTo(TABLES.size());
    }
}
