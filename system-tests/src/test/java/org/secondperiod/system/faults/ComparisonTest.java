package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;

/** The proof of the proof: what the tests of faults compare with does notice. */
class ComparisonTest extends OnOneStand {

    @Test
    void oneChangedRowAndOneMissingStepAreNoticed() throws SQLException {
        // Given a morning of which all is as the oracle says
        var expected = play.morning(1, STUDENTS, Map.of());
        var atTheEnd = expected.morning().phases().getLast();
        assertThat(expected.count(atTheEnd, verdict -> "EXPIRED".equals(verdict.task())))
                .isGreaterThan(5);

        try (var database = stand.database(Part.OUTREACH);
                var statement = database.createStatement()) {
            database.setAutoCommit(false);
            // When one row of a task is changed
            var student = one(
                    statement,
                    "UPDATE call_task SET state = 'OPEN' WHERE task_id ="
                            + " (SELECT max(task_id) FROM call_task WHERE state = 'EXPIRED'"
                            + " AND school_day = (SELECT max(school_day) FROM call_task)) RETURNING student_id");
            // Then it is named
            assertThat(expected.differences(atTheEnd, database))
                    .singleElement()
                    .asString()
                    .startsWith(student + ", the day is over: the oracle says")
                    .contains("task=EXPIRED")
                    .contains("task=OPEN");

            // And a step that was said and is not written down is noticed too
            statement.execute("DELETE FROM call_task_step WHERE version = 1 AND task_id ="
                    + " (SELECT max(task_id) FROM call_task_step)");
            var invariants = new Invariants(broker, database);
            assertThatThrownBy(invariants::nothingSaidTwiceOrNever).isInstanceOf(AssertionError.class);
            database.rollback();
        }
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
