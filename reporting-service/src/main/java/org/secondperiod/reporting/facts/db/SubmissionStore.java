package org.secondperiod.reporting.facts.db;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.Latest;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.Submission;

/** The latest version of each signal that attendance was submitted. */
@ApplicationScoped
public class SubmissionStore {

    private static final String MERGE = """
            INSERT INTO submission (school_id, school_day, period, class_id, withdrawn, version, taken_at, event_id)
            SELECT * FROM unnest(:schools, CAST(:days AS date[]), :periods, :classes, CAST(:withdrawn AS boolean[]),
                CAST(:versions AS bigint[]), CAST(:taken AS timestamptz[]), :events)
            ON CONFLICT (school_id, school_day, period, class_id) DO UPDATE
            SET withdrawn = excluded.withdrawn, version = excluded.version, taken_at = excluded.taken_at,
                event_id = excluded.event_id
            WHERE (excluded.version, excluded.taken_at, excluded.event_id)
                > (submission.version, submission.taken_at, submission.event_id)
            RETURNING school_id, school_day""";

    private static final Comparator<Submission> ORDER = Comparator.comparing(
                    (Submission each) -> each.of().schoolId())
            .thenComparing(each -> each.of().day())
            .thenComparing(Submission::period)
            .thenComparing(Submission::classId);

    /** Takes in what is newer than what is known; returns the dates that this changed. */
    public Set<SchoolDate> merge(Handle tx, Collection<Submission> told) {
        if (told.isEmpty()) {
            return Set.of();
        }
        List<Submission> signals = Latest.of(told, Submission::identity, Submission::version).stream()
                .sorted(ORDER)
                .toList();
        var merge = tx.createQuery(MERGE);
        Columns.bind(merge, "schools", signals, each -> each.of().schoolId());
        Columns.bind(merge, "days", signals, each -> each.of().day());
        Columns.bind(merge, "periods", signals, Submission::period);
        Columns.bind(merge, "classes", signals, Submission::classId);
        Columns.bind(merge, "withdrawn", signals, Submission::withdrawn);
        Columns.bind(merge, "versions", signals, each -> each.version().version());
        Columns.bind(merge, "taken", signals, each -> each.version().takenAt());
        Columns.bind(merge, "events", signals, each -> each.version().eventId());
        return merge
                .map((row, context) -> new SchoolDate(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(toSet());
    }

    /** Of these dates those on which the school, or a class of it, submitted the day or the school's trigger period. */
    public Set<SchoolDate> submitted(Handle tx, Collection<SchoolDate> days) {
        var query = tx.createQuery("""
                SELECT k.school_id, k.school_day
                FROM unnest(:schools, CAST(:days AS date[])) AS k (school_id, school_day)
                WHERE EXISTS (SELECT FROM submission s LEFT JOIN school USING (school_id)
                    WHERE s.school_id = k.school_id AND s.school_day = k.school_day AND NOT s.withdrawn
                        AND s.period IN ('day', school.trigger_period))""");
        Columns.bind(query, "schools", days, SchoolDate::schoolId);
        Columns.bind(query, "days", days, SchoolDate::day);
        return query
                .map((row, context) -> new SchoolDate(row.getString(1), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .collect(toSet());
    }

    /** The dates of which anything was told of the school, by a signal or by a mark. */
    public Set<SchoolDate> told(Handle tx, String schoolId) {
        return tx
                .createQuery("""
                        SELECT school_day FROM submission WHERE school_id = :school
                        UNION SELECT school_day FROM mark WHERE school_id = :school""")
                .bind("school", schoolId)
                .map((row, context) -> new SchoolDate(schoolId, row.getObject(1, LocalDate.class)))
                .list()
                .stream()
                .collect(toSet());
    }
}
