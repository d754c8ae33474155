package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.whereabouts.Conclusion;
import org.secondperiod.outreach.whereabouts.StoredWhereabouts;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.ToldEvidence;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** The conclusions as they stand. */
@ApplicationScoped
public class WhereaboutsStore {

    private static final String KEYS = """
            unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
            """;

    private static final String INSERT_MISSING = """
            INSERT INTO whereabouts (student_id, school_id, school_day)
            SELECT k.* FROM %s AS k(student_id, school_id, school_day)
            WHERE NOT EXISTS (SELECT 1 FROM whereabouts w WHERE w.school_id = k.school_id
                AND w.school_day = k.school_day AND w.student_id = k.student_id)
            ORDER BY k.school_id COLLATE "C", k.school_day, k.student_id COLLATE "C"
            ON CONFLICT DO NOTHING
            """.formatted(KEYS);

    private static final String LOCK = """
            SELECT w.* FROM %s AS k(student_id, school_id, school_day)
            JOIN whereabouts w ON w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
            ORDER BY w.school_id, w.school_day, w.student_id FOR UPDATE OF w
            """.formatted(KEYS);

    private static final String NO_MORE = """
            UPDATE whereabouts w SET look_again_at = NULL FROM %s AS k(student_id, school_id, school_day)
            WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
                AND w.look_again_at IS NOT NULL
            """.formatted(KEYS);

    private static final String FLAGS = LookAgainQueue.queueing("""
            UPDATE whereabouts w SET known_absent = k.known, marked_absent = k.marked
            FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]),
                CAST(:known AS boolean[]), CAST(:marked AS boolean[])) AS k(student_id, school_id, school_day, known, marked)
            WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
            """);

    /** One statement for both, so that what they have in common is sent once. */
    private static final String CONCLUDE = """
            WITH k AS MATERIALIZED (SELECT * FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]),
                CAST(:days AS date[]), CAST(:states AS text[]), CAST(:rules AS smallint[]), CAST(:reasons AS text[]),
                CAST(:periods AS text[]), CAST(:scans AS timestamptz[]), CAST(:left AS timestamptz[]),
                CAST(:cutOffs AS timestamptz[]), CAST(:since AS timestamptz[]), CAST(:explanations AS text[]),
                CAST(:evidence AS jsonb[]), CAST(:versions AS bigint[]), CAST(:held AS timestamptz[]),
                CAST(:with AS text[]), CAST(:again AS timestamptz[]), CAST(:queue AS boolean[]))
                AS u(student_id, school_id, school_day, state, rule, reason, mark_period, scan_at, left_at, cut_off, since,
                    explanation, evidence, version, held_since, held_with, look_again_at, queue)),
            concluded AS (
                UPDATE whereabouts w SET state = k.state, rule = k.rule, reason = k.reason, mark_period = k.mark_period,
                    scan_at = k.scan_at, left_at = k.left_at, cut_off = k.cut_off, since = k.since,
                    explanation = k.explanation, evidence = k.evidence, version = k.version,
                    held_since = k.held_since, held_with = k.held_with, look_again_at = k.look_again_at
                FROM k
                WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
                RETURNING w.student_id, w.school_id, w.school_day, w.look_again_at, w.marked_absent, k.queue),
            queued AS (
                INSERT INTO look_again (student_id, school_id, school_day, at, marked_absent)
                SELECT student_id, school_id, school_day, look_again_at, marked_absent FROM concluded WHERE queue)
            INSERT INTO whereabouts_step (student_id, school_id, school_day, version, state, rule, reason, explanation,
                concluded_at)
            SELECT student_id, school_id, school_day, version, state, rule, reason, explanation, CAST(:now AS timestamptz)
            FROM k
            """;

    private static final String TIMES = LookAgainQueue.queueing("""
            UPDATE whereabouts w SET held_since = k.held_since, held_with = k.held_with, look_again_at = k.look_again_at
            FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]),
                CAST(:held AS timestamptz[]), CAST(:with AS text[]), CAST(:again AS timestamptz[]))
                AS k(student_id, school_id, school_day, held_since, held_with, look_again_at)
            WHERE w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
            """);

    /**
     * A conclusion that is to be kept, with the version and the moment it has from now on.
     *
     * @param lookedAgainAt when it was to be looked at again so far, which is queued already
     */
    public record Concluded(
            StudentAtSchool of,
            Conclusion conclusion,
            Whereabouts whereabouts,
            Instant since,
            long version,
            @Nullable Instant lookedAgainAt) {

        private boolean isToBeQueued(Timed timed) {
            return timed.lookAgainAt() != null && !timed.lookAgainAt().equals(lookedAgainAt);
        }
    }

    /** How a student counts in the school's picture. */
    public record Counted(StudentAtSchool of, boolean knownAbsent, boolean markedAbsent) {}

    /** Since when a student is held and who clears it up, and when to look again. */
    public record Timed(
            StudentAtSchool of,
            @Nullable Instant heldSince,
            @Nullable String heldWith,
            @Nullable Instant lookAgainAt) {

        static Timed of(StoredWhereabouts stored) {
            return new Timed(stored.of(), stored.heldSince(), stored.heldWith(), stored.lookAgainAt());
        }

        /** Whether it says what is stored already. */
        public boolean isStoredIn(StoredWhereabouts stored) {
            return equals(of(stored));
        }
    }

    /** Locks what is known of these, in order, until the transaction ends; makes rows where there are none. */
    public List<StoredWhereabouts> lock(Handle tx, SortedSet<StudentAtSchool> keys) {
        List<StoredWhereabouts> locked = lockThere(tx, keys);
        if (locked.size() == keys.size()) {
            return locked;
        }
        keys(tx.createUpdate(INSERT_MISSING), keys).execute();
        return lockThere(tx, keys);
    }

    private static List<StoredWhereabouts> lockThere(Handle tx, Collection<StudentAtSchool> keys) {
        return keys(tx.createQuery(LOCK), keys)
                .map((row, context) -> WhereaboutsRows.stored(row))
                .list();
    }

    /** These are not looked at again. */
    public void lookNoMore(Handle tx, Collection<StudentAtSchool> keys) {
        if (!keys.isEmpty()) {
            keys(tx.createUpdate(NO_MORE), keys).execute();
        }
    }

    /** Keeps how students count. */
    public void count(Handle tx, Collection<Counted> counted) {
        if (!counted.isEmpty()) {
            var update = keys(
                    tx.createUpdate(FLAGS), counted.stream().map(Counted::of).toList());
            Columns.bind(update, "known", counted, Counted::knownAbsent);
            Columns.bind(update, "marked", counted, Counted::markedAbsent);
            update.execute();
        }
    }

    /** Keeps conclusions, each with its times, and adds each to the history. */
    public void conclude(Handle tx, Collection<Concluded> concluded, Map<StudentAtSchool, Timed> times, Instant now) {
        if (concluded.isEmpty()) {
            return;
        }
        var update = keys(
                tx.createUpdate(CONCLUDE), concluded.stream().map(Concluded::of).toList());
        Columns.bind(update, "versions", concluded, Concluded::version);
        Columns.bind(update, "states", concluded, one -> one.conclusion().state());
        Columns.bind(update, "rules", concluded, one -> one.conclusion().rule());
        Columns.bind(update, "reasons", concluded, one -> one.conclusion().reason());
        Columns.bind(update, "explanations", concluded, one -> one.whereabouts().explanation());
        Columns.bind(update, "periods", concluded, one -> one.conclusion().markPeriod());
        Columns.bind(update, "scans", concluded, one -> one.conclusion().scanAt());
        Columns.bind(update, "left", concluded, one -> one.conclusion().leftAt());
        Columns.bind(update, "cutOffs", concluded, one -> one.conclusion().cutOff());
        Columns.bind(update, "since", concluded, Concluded::since);
        Columns.bind(update, "evidence", concluded, one -> StoredJson.write(ToldEvidence.of(one.whereabouts())));
        timed(update, concluded.stream().map(one -> times.get(one.of())).toList());
        Columns.bind(update, "queue", concluded, one -> one.isToBeQueued(times.get(one.of())));
        update.bind("now", now.toString()).execute();
    }

    /** Keeps when to look again. */
    public void time(Handle tx, Collection<Timed> timed) {
        if (!timed.isEmpty()) {
            var update =
                    keys(tx.createUpdate(TIMES), timed.stream().map(Timed::of).toList());
            timed(update, timed);
            update.execute();
        }
    }

    private static void timed(Update update, Collection<Timed> timed) {
        Columns.bind(update, "held", timed, Timed::heldSince);
        Columns.bind(update, "with", timed, Timed::heldWith);
        Columns.bind(update, "again", timed, Timed::lookAgainAt);
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<StudentAtSchool> keys) {
        Columns.bind(statement, "students", keys, StudentAtSchool::student);
        Columns.bind(statement, "schools", keys, StudentAtSchool::school);
        return Columns.bind(statement, "days", keys, StudentAtSchool::day);
    }
}
