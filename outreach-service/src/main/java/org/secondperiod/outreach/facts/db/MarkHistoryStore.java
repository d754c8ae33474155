package org.secondperiod.outreach.facts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.MarkVersion;
import org.secondperiod.outreach.facts.StudentDay;

/** Every version of every mark. */
@ApplicationScoped
public class MarkHistoryStore {

    private static final String INSERT = """
            INSERT INTO mark_version (event_id, student_id, school_id, school_day, period, code, kind, withdrawn, version,
                taken_at, recorded_at, trace)
            SELECT * FROM unnest(CAST(:ids AS text[]), CAST(:students AS text[]), CAST(:schools AS text[]),
                CAST(:days AS date[]), CAST(:periods AS text[]), CAST(:codes AS text[]), CAST(:kinds AS text[]),
                CAST(:withdrawn AS boolean[]), CAST(:versions AS bigint[]), CAST(:taken AS timestamptz[]),
                CAST(:recorded AS timestamptz[]), CAST(:traces AS text[])) AS n(event_id)
            ORDER BY n.event_id
            ON CONFLICT DO NOTHING
            """;

    private static final String TRACES = """
            SELECT DISTINCT ON (m.student_id) m.student_id, m.trace
            FROM unnest(CAST(:students AS text[]), CAST(:days AS date[])) AS k(student_id, school_day)
            JOIN mark_version m ON m.student_id = k.student_id AND m.school_day = k.school_day
            WHERE m.trace IS NOT NULL
            ORDER BY m.student_id, m.school_day DESC, m.recorded_at DESC
            """;

    /** Adds the versions that are not there yet. */
    public void add(Handle tx, List<MarkVersion> versions) {
        if (versions.isEmpty()) {
            return;
        }
        var insert = tx.createUpdate(INSERT);
        Columns.bind(insert, "ids", versions, version -> version.mark().eventId());
        Columns.bind(insert, "students", versions, MarkVersion::student);
        Columns.bind(insert, "schools", versions, version -> version.mark().school());
        Columns.bind(insert, "days", versions, MarkVersion::day);
        Columns.bind(insert, "periods", versions, version -> version.mark().period());
        Columns.bind(insert, "codes", versions, version -> version.mark().code());
        Columns.bind(insert, "kinds", versions, version -> version.mark().kind());
        Columns.bind(insert, "withdrawn", versions, version -> version.mark().withdrawn());
        Columns.bind(insert, "versions", versions, version -> version.mark().version());
        Columns.bind(insert, "taken", versions, version -> version.mark().takenAt());
        Columns.bind(insert, "recorded", versions, MarkVersion::recordedAt);
        Columns.bind(insert, "traces", versions, MarkVersion::trace);
        insert.execute();
    }

    /** All versions of a student's marks of a day, in the order in which we learnt of them; a question before its answer. */
    public List<MarkVersion> of(Handle tx, StudentDay day) {
        return tx.createQuery("""
                        SELECT * FROM mark_version WHERE student_id = :student AND school_day = CAST(:day AS date)
                        ORDER BY recorded_at, version, kind <> 'UNKNOWN', event_id
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> new MarkVersion(
                        day.student(),
                        day.day(),
                        new MarkFact(
                                new SchoolId(row.getString("school_id")),
                                row.getString("period"),
                                MarkKind.valueOf(row.getString("kind")),
                                row.getString("code"),
                                null,
                                row.getLong("version"),
                                instant(row.getObject("taken_at", OffsetDateTime.class)),
                                row.getString("event_id"),
                                row.getBoolean("withdrawn")),
                        instant(row.getObject("recorded_at", OffsetDateTime.class)),
                        row.getString("trace")))
                .list();
    }

    /** The traces that told of the newest marks of these days, by student; of marks that are not traced there are none. */
    public Map<StudentId, String> traces(Handle tx, Collection<StudentDay> days) {
        var query = tx.createQuery(TRACES);
        Columns.bind(query, "students", days, StudentDay::student);
        Columns.bind(query, "days", days, StudentDay::day);
        return query.map((row, context) -> Map.entry(new StudentId(row.getString(1)), row.getString(2)))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }
}
