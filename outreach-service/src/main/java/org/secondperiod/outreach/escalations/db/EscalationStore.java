package org.secondperiod.outreach.escalations.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.escalations.Escalation;
import org.secondperiod.outreach.escalations.Escalation.Reason;
import org.secondperiod.outreach.escalations.Escalation.Signed;
import org.secondperiod.outreach.escalations.Escalation.State;
import org.secondperiod.outreach.escalations.Escalation.With;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The escalations. */
@ApplicationScoped
public class EscalationStore {

    /** What was written at the end. */
    public static final SealedColumn NOTE = SealedColumn.of("escalation", "note_sealed", "jsonb", "escalation_id");

    private static final String KEEP = """
            INSERT INTO escalation (escalation_id, student_id, school_id, school_day, attempt_id, check_id, reasons, state, is_with,
                opened_by, opened_at, acknowledged_by, acknowledged_at, arrived_at, found_by, found_at, ended_by, ended_at,
                note_sealed, look_again_at, version)
            VALUES (:id, :student, :school, CAST(:day AS date), :attempt, :check, :reasons, :state, :with, :openedBy,
                CAST(:opened AS timestamptz), :ackBy, CAST(:ackAt AS timestamptz), CAST(:arrived AS timestamptz), :foundBy,
                CAST(:foundAt AS timestamptz), :endedBy, CAST(:ended AS timestamptz), CAST(:note AS jsonb),
                CAST(:again AS timestamptz), :version)
            ON CONFLICT (escalation_id) DO UPDATE SET reasons = excluded.reasons, state = excluded.state,
                is_with = excluded.is_with, acknowledged_by = excluded.acknowledged_by,
                acknowledged_at = excluded.acknowledged_at, arrived_at = excluded.arrived_at, found_by = excluded.found_by,
                found_at = excluded.found_at, ended_by = excluded.ended_by, ended_at = excluded.ended_at,
                note_sealed = excluded.note_sealed, look_again_at = excluded.look_again_at, version = excluded.version
            """;

    private final SealedText texts;

    EscalationStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps one as it now is. @param lookAgainAt when time alone may change it; null if never */
    public void keep(Handle tx, Escalation escalation, @Nullable Instant lookAgainAt) {
        Origin origin = escalation.origin();
        tx.createUpdate(KEEP)
                .bind("id", escalation.escalationId())
                .bind("student", origin.of().student().value())
                .bind("school", origin.of().school().value())
                .bind("day", origin.of().day().toString())
                .bind("attempt", origin.attemptId())
                .bind("check", escalation.checkId())
                .bindArray(
                        "reasons",
                        String.class,
                        new TreeSet<>(
                                escalation.reasons().stream().map(Reason::name).toList()))
                .bind("state", escalation.state().name())
                .bind("with", escalation.isWith().name())
                .bind("openedBy", escalation.openedBy())
                .bind("opened", escalation.openedAt().toString())
                .bind("ackBy", by(escalation.acknowledged()))
                .bind("ackAt", at(escalation.acknowledged()))
                .bind("arrived", text(escalation.arrivedAt()))
                .bind("foundBy", by(escalation.found()))
                .bind("foundAt", at(escalation.found()))
                .bind("endedBy", by(escalation.ended()))
                .bind("ended", at(escalation.ended()))
                .bind("note", texts.seal(NOTE.row(escalation.escalationId()), escalation.note()))
                .bind("again", text(lookAgainAt))
                .bind("version", escalation.version())
                .execute();
    }

    /** One, locked until the transaction ends. */
    public Optional<Escalation> lock(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM escalation WHERE escalation_id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> escalation(row))
                .findOne();
    }

    /** One. */
    public Optional<Escalation> byId(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM escalation WHERE escalation_id = :id")
                .bind("id", id)
                .map((row, context) -> escalation(row))
                .findOne();
    }

    /** Those of a call, locked. */
    public List<Escalation> lockOfAttempt(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM escalation WHERE attempt_id = :id ORDER BY escalation_id FOR UPDATE")
                .bind("id", attemptId)
                .map((row, context) -> escalation(row))
                .list();
    }

    /** Those of these students that are not over, locked. */
    public List<Escalation> lockUnfinished(Handle tx, Collection<StudentAtSchool> of) {
        var query = tx.createQuery("""
                SELECT e.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN escalation e
                    ON e.student_id = k.student_id AND e.school_id = k.school_id AND e.school_day = k.school_day
                WHERE e.state IN ('OPEN', 'ACKNOWLEDGED') ORDER BY e.escalation_id FOR UPDATE OF e
                """);
        Columns.bind(query, "students", of, StudentAtSchool::student);
        Columns.bind(query, "schools", of, StudentAtSchool::school);
        Columns.bind(query, "days", of, StudentAtSchool::day);
        return query.map((row, context) -> escalation(row)).list();
    }

    /** Takes those whose time has come, but for those that somebody else has in hand. */
    public List<Escalation> takeDue(Handle tx, Instant now, int limit) {
        return tx.createQuery("""
                        SELECT * FROM escalation WHERE look_again_at <= CAST(:now AS timestamptz)
                        ORDER BY look_again_at, escalation_id LIMIT :limit FOR UPDATE SKIP LOCKED
                        """)
                .bind("now", now.toString())
                .bind("limit", limit)
                .map((row, context) -> escalation(row))
                .list();
    }

    /** Escalations of these schools: of that day, and of any day those that are not over; the oldest of these first. */
    public List<Escalation> of(Handle tx, SchoolScope scope, SchoolDay day) {
        var query = tx.createQuery("""
                SELECT * FROM escalation e WHERE (:all OR e.school_id = ANY (:schools))
                    AND (e.school_day = CAST(:day AS date) OR e.state IN ('OPEN', 'ACKNOWLEDGED'))
                ORDER BY e.state NOT IN ('OPEN', 'ACKNOWLEDGED'), e.opened_at, e.escalation_id
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .map((row, context) -> escalation(row))
                .list();
    }

    private Escalation escalation(ResultSet row) throws SQLException {
        String id = row.getString("escalation_id");
        Instant opened = Objects.requireNonNull(OriginRows.instant(row, "opened_at"));
        return new Escalation(
                id,
                OriginRows.origin(row, opened),
                row.getString("check_id"),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(Reason::valueOf)
                        .collect(toSet()),
                State.valueOf(row.getString("state")),
                With.valueOf(row.getString("is_with")),
                row.getString("opened_by"),
                opened,
                signed(row, "acknowledged"),
                OriginRows.instant(row, "arrived_at"),
                signed(row, "found"),
                signed(row, "ended"),
                texts.open(NOTE.row(id), row.getString("note_sealed"), null),
                row.getLong("version"));
    }

    private static @Nullable Signed signed(ResultSet row, String what) throws SQLException {
        String by = row.getString(what + "_by");
        Instant at = OriginRows.instant(row, what + "_at");
        return by == null || at == null ? null : new Signed(by, at);
    }

    private static @Nullable String by(@Nullable Signed signed) {
        return signed == null ? null : signed.by();
    }

    private static @Nullable String at(@Nullable Signed signed) {
        return signed == null ? null : signed.at().toString();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
