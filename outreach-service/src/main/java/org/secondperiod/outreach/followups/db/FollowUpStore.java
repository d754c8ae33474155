package org.secondperiod.outreach.followups.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The follow-ups. */
@ApplicationScoped
public class FollowUpStore {

    /** What is to be done, in words. */
    public static final SealedColumn WHAT = SealedColumn.of("follow_up", "what_sealed", "jsonb", "follow_up_id");

    /** What came of it. */
    public static final SealedColumn CAME = SealedColumn.of("follow_up", "ended_sealed", "jsonb", "follow_up_id")
            .boundTo("follow_up.came", "follow_up_id");

    private static final String KEEP = """
            INSERT INTO follow_up (follow_up_id, student_id, school_id, school_day, attempt_id, promise_id, kind, refer_to,
                what_sealed, owner, due_at, state, opened_by, opened_at, ended_by, ended_at, ended_sealed, version)
            VALUES (:id, :student, :school, CAST(:day AS date), :attempt, :promise, :kind, :referTo, CAST(:what AS jsonb), :owner,
                CAST(:due AS timestamptz), :state, :openedBy, CAST(:opened AS timestamptz), :endedBy,
                CAST(:ended AS timestamptz), CAST(:came AS jsonb), :version)
            ON CONFLICT (follow_up_id) DO UPDATE SET owner = excluded.owner, due_at = excluded.due_at, state = excluded.state,
                ended_by = excluded.ended_by, ended_at = excluded.ended_at, ended_sealed = excluded.ended_sealed,
                version = excluded.version
            """;

    /** That ask about one of these students, who was missing too in a household that was reached. */
    private static final String ASKING = """
            SELECT f.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                AS k(student_id, school_id, school_day)
            JOIN follow_up f ON f.student_id = k.student_id AND f.school_id = k.school_id AND f.school_day = k.school_day
                AND f.kind = 'ASK_ABOUT_A_SIBLING'
            """;

    /** The call that reached the household stands, and the student waits, is handed to nobody, and nothing was told of them. */
    private static final String TO_ASK_AGAIN = ASKING + """
            JOIN call_task t ON t.student_id = f.student_id AND t.school_id = f.school_id AND t.school_day = f.school_day
                AND t.state IN ('OPEN', 'CLAIMED') AND t.household_reached_at IS NOT NULL AND NOT t.safety
            JOIN call_attempt a ON a.attempt_id = f.attempt_id AND a.undone_at IS NULL AND a.outcome = 'REACHED_GUARDIAN'
            WHERE f.state = 'WITHDRAWN' AND NOT EXISTS (
                SELECT FROM call_attempt s WHERE s.student_id = f.student_id AND s.school_id = f.school_id
                    AND s.school_day = f.school_day AND s.recorded_at >= f.opened_at AND s.undone_at IS NULL
                    AND s.result IS NOT NULL AND s.outcome <> 'REACHED_OTHER')
            ORDER BY f.follow_up_id FOR UPDATE OF f
            """;

    private final SealedText texts;

    FollowUpStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps one as it now is. */
    public void keep(Handle tx, FollowUp followUp) {
        Origin origin = followUp.origin();
        tx.createUpdate(KEEP)
                .bind("id", followUp.followUpId())
                .bind("student", origin.of().student().value())
                .bind("school", origin.of().school().value())
                .bind("day", origin.of().day().toString())
                .bind("attempt", origin.attemptId())
                .bind("promise", followUp.promiseId())
                .bind("kind", followUp.kind().name())
                .bind(
                        "referTo",
                        followUp.referTo() == null ? null : followUp.referTo().name())
                .bind("what", texts.seal(WHAT.row(followUp.followUpId()), followUp.what()))
                .bind("owner", followUp.owner())
                .bind("due", followUp.dueAt().toString())
                .bind("state", followUp.state().name())
                .bind("openedBy", followUp.openedBy())
                .bind("opened", followUp.openedAt().toString())
                .bind("endedBy", followUp.endedBy())
                .bind(
                        "ended",
                        followUp.endedAt() == null ? null : followUp.endedAt().toString())
                .bind("came", texts.seal(CAME.row(followUp.followUpId()), followUp.cameOfIt()))
                .bind("version", followUp.version())
                .execute();
    }

    /** One. */
    public Optional<FollowUp> byId(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM follow_up WHERE follow_up_id = :id")
                .bind("id", id)
                .map((row, context) -> followUp(row))
                .findOne();
    }

    /** One, locked until the transaction ends. */
    public Optional<FollowUp> lock(Handle tx, String id) {
        return tx.createQuery("SELECT * FROM follow_up WHERE follow_up_id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, context) -> followUp(row))
                .findOne();
    }

    /** Those that are open and about this promise, locked. */
    public List<FollowUp> lockOpenOfPromise(Handle tx, String promiseId) {
        return tx.createQuery("""
                        SELECT * FROM follow_up WHERE promise_id = :id AND state = 'OPEN' ORDER BY follow_up_id FOR UPDATE
                        """)
                .bind("id", promiseId)
                .map((row, context) -> followUp(row))
                .list();
    }

    /** Those that are open and that this call opened, locked. */
    public List<FollowUp> lockOpenOfAttempt(Handle tx, String attemptId) {
        return tx.createQuery("""
                        SELECT * FROM follow_up WHERE attempt_id = :id AND state = 'OPEN' ORDER BY follow_up_id FOR UPDATE
                        """)
                .bind("id", attemptId)
                .map((row, context) -> followUp(row))
                .list();
    }

    /** Those that are open and ask about one of these brothers and sisters, locked. */
    public List<FollowUp> lockOpenAsking(Handle tx, Collection<StudentAtSchool> siblings) {
        return asking(tx, ASKING + "WHERE f.state = 'OPEN' ORDER BY f.follow_up_id FOR UPDATE OF f", siblings);
    }

    /** Those that asked about one of these brothers and sisters and should again, locked. */
    public List<FollowUp> lockToAskAgain(Handle tx, Collection<StudentAtSchool> siblings) {
        return asking(tx, TO_ASK_AGAIN, siblings);
    }

    private List<FollowUp> asking(Handle tx, String sql, Collection<StudentAtSchool> siblings) {
        if (siblings.isEmpty()) {
            return List.of();
        }
        var query = tx.createQuery(sql);
        Columns.bind(query, "students", siblings, StudentAtSchool::student);
        Columns.bind(query, "schools", siblings, StudentAtSchool::school);
        Columns.bind(query, "days", siblings, StudentAtSchool::day);
        return query.map((row, context) -> followUp(row)).list();
    }

    /** Those of a school that are open and this person's, locked. */
    public List<FollowUp> lockOpenOf(Handle tx, String owner, SchoolId school) {
        return tx.createQuery("""
                        SELECT * FROM follow_up WHERE owner = :owner AND school_id = :school AND state = 'OPEN'
                        ORDER BY follow_up_id FOR UPDATE
                        """)
                .bind("owner", owner)
                .bind("school", school.value())
                .map((row, context) -> followUp(row))
                .list();
    }

    /** Which follow-ups are asked for; what is null is not asked about. */
    public record Wanted(
            @Nullable String owner,
            @Nullable String student,
            @Nullable Instant dueBy,
            List<String> states) {}

    /** The last row of a page. */
    public record After(Instant dueAt, String id) {

        public static final After NOTHING = new After(Instant.EPOCH, "");
    }

    /** Follow-ups of these schools, the first due first. */
    public List<FollowUp> page(Handle tx, SchoolScope scope, Wanted wanted, After after, int limit) {
        var query = tx.createQuery("""
                SELECT * FROM follow_up f WHERE (:all OR f.school_id = ANY (:schools))
                    AND (CAST(:owner AS text) IS NULL OR f.owner = :owner)
                    AND (CAST(:student AS text) IS NULL OR f.student_id = :student)
                    AND (CAST(:dueBy AS timestamptz) IS NULL OR f.due_at <= CAST(:dueBy AS timestamptz))
                    AND (:anyState OR f.state = ANY (:states))
                    AND (f.due_at, f.follow_up_id) > (CAST(:afterDue AS timestamptz), :afterId COLLATE "C")
                ORDER BY f.due_at, f.follow_up_id LIMIT :limit
                """);
        Columns.bind(query, "schools", scope.schools());
        Columns.bind(query, "states", wanted.states());
        return query.bind("all", scope.all())
                .bind("owner", wanted.owner())
                .bind("student", wanted.student())
                .bind("dueBy", wanted.dueBy() == null ? null : wanted.dueBy().toString())
                .bind("anyState", wanted.states().isEmpty())
                .bind("afterDue", after.dueAt().toString())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, context) -> followUp(row))
                .list();
    }

    /** How many that somebody has at these schools have come due and are open. */
    public int due(Handle tx, SchoolScope scope, String owner, Instant now) {
        var query = tx.createQuery("""
                SELECT count(*) FROM follow_up f WHERE (:all OR f.school_id = ANY (:schools))
                    AND f.owner = :owner AND f.state = 'OPEN' AND f.due_at <= CAST(:now AS timestamptz)
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("owner", owner)
                .bind("now", now.toString())
                .mapTo(Integer.class)
                .one();
    }

    private FollowUp followUp(ResultSet row) throws SQLException {
        String id = row.getString("follow_up_id");
        String referTo = row.getString("refer_to");
        return new FollowUp(
                id,
                new Origin(
                        new StudentAtSchool(
                                new StudentId(row.getString("student_id")),
                                new SchoolId(row.getString("school_id")),
                                SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                        row.getString("attempt_id"),
                        null,
                        Objects.requireNonNull(instant(row, "opened_at"))),
                row.getString("promise_id"),
                FollowUp.Kind.valueOf(row.getString("kind")),
                referTo == null ? null : ReferTo.valueOf(referTo),
                texts.open(WHAT.row(id), row.getString("what_sealed"), null),
                row.getString("owner"),
                Objects.requireNonNull(instant(row, "due_at")),
                FollowUp.State.valueOf(row.getString("state")),
                row.getString("opened_by"),
                Objects.requireNonNull(instant(row, "opened_at")),
                row.getString("ended_by"),
                instant(row, "ended_at"),
                texts.open(CAME.row(id), row.getString("ended_sealed"), null),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
