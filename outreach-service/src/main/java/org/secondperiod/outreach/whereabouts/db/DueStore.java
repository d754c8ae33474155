package org.secondperiod.outreach.whereabouts.db;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Whose time to be looked at again has come. */
@ApplicationScoped
public class DueStore {

    private static final String DUE = """
            (SELECT * FROM look_again WHERE marked_absent AND at <= CAST(:now AS timestamptz)
                ORDER BY at, school_id LIMIT :limit)
            UNION ALL
            (SELECT * FROM look_again WHERE NOT marked_absent AND at <= CAST(:now AS timestamptz)
                ORDER BY at, school_id LIMIT :limit)
            LIMIT :limit
            """;

    private static final String LOCK = """
            SELECT w.student_id, w.school_id, w.school_day, w.look_again_at
            FROM (SELECT DISTINCT * FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[])))
                AS k(student_id, school_id, school_day)
            JOIN whereabouts w
                ON w.school_id = k.school_id AND w.school_day = k.school_day AND w.student_id = k.student_id
            FOR UPDATE OF w SKIP LOCKED
            """;

    private static final String TAKE_OUT = """
            DELETE FROM look_again q
            USING unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]),
                CAST(:at AS timestamptz[]), CAST(:marked AS boolean[]), CAST(:locked AS boolean[]))
                AS k(student_id, school_id, school_day, at, marked_absent, locked)
            WHERE q.marked_absent = k.marked_absent AND q.at = k.at AND q.school_id = k.school_id
                AND q.school_day = k.school_day AND q.student_id = k.student_id
                AND (k.locked OR NOT EXISTS (SELECT FROM whereabouts w WHERE w.school_id = k.school_id
                    AND w.school_day = k.school_day AND w.student_id = k.student_id))
            """;

    /** One that is queued, to be looked at again at that time. */
    public record Queued(StudentAtSchool of, Instant at, boolean markedAbsent) {}

    /**
     * What was taken out of the queue.
     *
     * @param count how many, with those that held no more
     * @param due who is to be looked at now
     */
    public record Taken(int count, List<StudentAtSchool> due) {}

    /** What is queued up to now, those marked absent first; some may hold no more. */
    public List<Queued> queued(Handle tx, Instant now, int limit) {
        return tx.createQuery(DUE)
                .bind("now", now.toString())
                .bind("limit", limit)
                .map((row, context) -> new Queued(
                        of(row),
                        Objects.requireNonNull(WhereaboutsRows.instant(row, "at")),
                        row.getBoolean("marked_absent")))
                .list();
    }

    /**
     * Takes what is queued out of the queue, but for those whom somebody else decides on at this moment, and locks them until
     * the transaction ends. Whoever sets another time meanwhile waits for the lock, and queues it.
     */
    public Taken take(Handle tx, Collection<Queued> queued, Instant now) {
        Map<StudentAtSchool, Optional<Instant>> locked = keys(tx.createQuery(LOCK), queued)
                .map((row, context) ->
                        Map.entry(of(row), Optional.ofNullable(WhereaboutsRows.instant(row, "look_again_at"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        var delete = keys(tx.createUpdate(TAKE_OUT), queued);
        Columns.bind(delete, "at", queued, Queued::at);
        Columns.bind(delete, "marked", queued, Queued::markedAbsent);
        Columns.bind(delete, "locked", queued, one -> locked.containsKey(one.of()));
        int count = delete.execute();
        return new Taken(
                count,
                locked.entrySet().stream()
                        .filter(one ->
                                one.getValue().filter(at -> !at.isAfter(now)).isPresent())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** Locks a conclusion, unless somebody else has it. */
    public boolean lockUnlessTaken(Handle tx, StudentAtSchool of) {
        return tx.createQuery("""
                        SELECT 1 FROM whereabouts w WHERE w.school_id = :school AND w.school_day = CAST(:day AS date)
                            AND w.student_id = :student FOR UPDATE SKIP LOCKED
                        """)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .bind("student", of.student().value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The oldest time for which something is queued. */
    public Optional<Instant> oldest(Handle tx) {
        return tx.createQuery("""
                        SELECT least((SELECT min(at) FROM look_again WHERE marked_absent),
                            (SELECT min(at) FROM look_again WHERE NOT marked_absent)) AS at
                        """)
                .map((row, context) -> Optional.ofNullable(WhereaboutsRows.instant(row, "at")))
                .one();
    }

    private static <S extends SqlStatement<S>> S keys(S statement, Collection<Queued> queued) {
        Columns.bind(statement, "students", queued, one -> one.of().student());
        Columns.bind(statement, "schools", queued, one -> one.of().school());
        return Columns.bind(statement, "days", queued, one -> one.of().day());
    }

    private static StudentAtSchool of(ResultSet row) throws SQLException {
        return new StudentAtSchool(
                new StudentId(row.getString("student_id")),
                new SchoolId(row.getString("school_id")),
                SchoolDay.of(row.getObject("school_day", LocalDate.class)));
    }
}
