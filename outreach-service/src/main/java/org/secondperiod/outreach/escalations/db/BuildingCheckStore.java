package org.secondperiod.outreach.escalations.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.escalations.BuildingCheck;
import org.secondperiod.outreach.escalations.BuildingCheck.State;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The building checks. */
@ApplicationScoped
public class BuildingCheckStore {

    private static final String KEEP = """
            INSERT INTO building_check (check_id, student_id, school_id, school_day, attempt_id, state, opened_at, due_at, ended_by,
                ended_at, look_again_at, version)
            VALUES (:id, :student, :school, CAST(:day AS date), :attempt, :state, CAST(:opened AS timestamptz),
                CAST(:due AS timestamptz), :endedBy, CAST(:ended AS timestamptz), CAST(:again AS timestamptz), :version)
            ON CONFLICT (check_id) DO UPDATE SET state = excluded.state, ended_by = excluded.ended_by,
                ended_at = excluded.ended_at, look_again_at = excluded.look_again_at, version = excluded.version
            """;

    /** Keeps one as it now is: while it is open it is looked at again when it is due. */
    public void keep(Handle tx, BuildingCheck check) {
        Origin origin = check.origin();
        tx.createUpdate(KEEP)
                .bind("id", check.checkId())
                .bind("student", origin.of().student().value())
                .bind("school", origin.of().school().value())
                .bind("day", origin.of().day().toString())
                .bind("attempt", origin.attemptId())
                .bind("state", check.state().name())
                .bind("opened", check.openedAt().toString())
                .bind("due", check.dueAt().toString())
                .bind("endedBy", check.endedBy())
                .bind("ended", check.endedAt() == null ? null : check.endedAt().toString())
                .bind("again", check.state() == State.OPEN ? check.dueAt().toString() : null)
                .bind("version", check.version())
                .execute();
    }

    /** One, locked until the transaction ends. */
    public Optional<BuildingCheck> lock(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM building_check WHERE check_id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> check(row))
                .findOne();
    }

    /** One. */
    public Optional<BuildingCheck> byId(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM building_check WHERE check_id = :id")
                .bind("id", id)
                .map((row, context) -> check(row))
                .findOne();
    }

    /** Those of a call, locked. */
    public List<BuildingCheck> lockOfAttempt(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM building_check WHERE attempt_id = :id ORDER BY check_id FOR UPDATE")
                .bind("id", attemptId)
                .map((row, context) -> check(row))
                .list();
    }

    /** Those of these students that are open, locked. */
    public List<BuildingCheck> lockOpen(Handle tx, Collection<StudentAtSchool> of) {
        var query = tx.createQuery("""
                SELECT c.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN building_check c
                    ON c.student_id = k.student_id AND c.school_id = k.school_id AND c.school_day = k.school_day
                WHERE c.state = 'OPEN' ORDER BY c.check_id FOR UPDATE OF c
                """);
        Columns.bind(query, "students", of, StudentAtSchool::student);
        Columns.bind(query, "schools", of, StudentAtSchool::school);
        Columns.bind(query, "days", of, StudentAtSchool::day);
        return query.map((row, context) -> check(row)).list();
    }

    /** Whose time has come; nothing is locked. */
    public List<String> due(Handle tx, Instant now, int limit) {
        return tx.createQuery("""
                        SELECT check_id FROM building_check WHERE look_again_at <= CAST(:now AS timestamptz)
                        ORDER BY look_again_at, check_id LIMIT :limit
                        """)
                .bind("now", now.toString())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Takes one for this transaction, unless another one has it. Waits for nobody. */
    public boolean takeUnlessTaken(Handle tx, String checkId) {
        return tx.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:id, 5))")
                .bind("id", checkId)
                .mapTo(Boolean.class)
                .one();
    }

    /** A day's checks at these schools: those that are open first, the first due first. */
    public List<BuildingCheck> of(Handle tx, SchoolScope scope, SchoolDay day) {
        var query = tx.createQuery("""
                SELECT * FROM building_check c WHERE (:all OR c.school_id = ANY (:schools))
                    AND c.school_day = CAST(:day AS date)
                ORDER BY c.state <> 'OPEN', c.due_at, c.check_id
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> check(row))
                .list();
    }

    private static BuildingCheck check(ResultSet row) throws SQLException {
        Instant opened = Objects.requireNonNull(OriginRows.instant(row, "opened_at"));
        return new BuildingCheck(
                row.getString("check_id"),
                OriginRows.origin(row, opened),
                State.valueOf(row.getString("state")),
                opened,
                Objects.requireNonNull(OriginRows.instant(row, "due_at")),
                row.getString("ended_by"),
                OriginRows.instant(row, "ended_at"),
                row.getLong("version"));
    }
}
