package org.secondperiod.system.histories;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.oracle.StoredVerdicts;
import org.secondperiod.local.oracle.Verdict;

/**
 * A call task's life as it stood at the end of each moment. The oracle takes in all that is told in one moment at once; the
 * service takes it in batches, and may in between open a task that the moment's last batch withdraws again. Such a task has
 * come and gone while the clock stood still, and neither its coming nor its reason for going is compared.
 */
record TaskLife(List<Step> steps) {

    private static final String ALL = """
            SELECT t.student_id, t.school_id, s.state, s.reason, s.at
            FROM call_task_step s JOIN call_task t USING (task_id) ORDER BY s.task_id, s.version
            """;

    /** A state that a task came to. */
    record Step(Instant at, String state, @Nullable String reason) {}

    /** Of all students who have a task. */
    static Map<StoredVerdicts.Of, TaskLife> read(Connection database) throws SQLException {
        var lives = new HashMap<StoredVerdicts.Of, TaskLife>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(ALL)) {
            while (row.next()) {
                lives.computeIfAbsent(
                                new StoredVerdicts.Of(row.getString(1), row.getString(2)),
                                of -> new TaskLife(new ArrayList<>()))
                        .steps()
                        .add(new Step(
                                row.getObject(5, OffsetDateTime.class).toInstant(),
                                row.getString(3),
                                row.getString(4)));
            }
        }
        return lives;
    }

    /** What is concluded, with the task as the moments' ends have it. */
    Verdict in(Verdict stored) {
        var last = new TreeMap<Instant, Step>();
        steps.forEach(step -> last.put(step.at(), step));
        @Nullable String task = null;
        @Nullable String ended = null;
        for (var step : last.values()) {
            boolean opens = "OPEN".equals(step.state());
            if (opens || "OPEN".equals(task)) {
                task = step.state();
                ended = opens ? null : step.reason();
            }
        }
        return new Verdict(
                stored.rule(),
                stored.state(),
                stored.reason(),
                stored.scanAt(),
                stored.leftAt(),
                stored.cutOff(),
                stored.heldSince(),
                stored.heldWith(),
                task,
                stored.weak(),
                ended);
    }
}
