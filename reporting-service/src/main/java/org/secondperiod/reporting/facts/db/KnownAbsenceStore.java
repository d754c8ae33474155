package org.secondperiod.reporting.facts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.KnownAbsence;
import org.secondperiod.reporting.facts.Latest;

/** The latest version of each known absence. */
@ApplicationScoped
public class KnownAbsenceStore {

    private static final String MERGE = """
            INSERT INTO known_absence (absence_id, student_id, school_id, reason, from_day, to_day, withdrawn, version,
                taken_at, event_id)
            SELECT * FROM unnest(:ids, :students, :schools, :reasons, CAST(:from AS date[]), CAST(:to AS date[]),
                CAST(:withdrawn AS boolean[]), CAST(:versions AS bigint[]), CAST(:taken AS timestamptz[]), :events)
            ON CONFLICT (absence_id) DO UPDATE
            SET student_id = excluded.student_id, school_id = excluded.school_id, reason = excluded.reason,
                from_day = excluded.from_day, to_day = excluded.to_day, withdrawn = excluded.withdrawn,
                version = excluded.version, taken_at = excluded.taken_at, event_id = excluded.event_id
            WHERE (excluded.version, excluded.taken_at, excluded.event_id)
                > (known_absence.version, known_absence.taken_at, known_absence.event_id)""";

    /** Takes in what is newer than what is known. */
    public void merge(Handle tx, Collection<KnownAbsence> told) {
        if (told.isEmpty()) {
            return;
        }
        List<KnownAbsence> absences = Latest.of(told, KnownAbsence::absenceId, KnownAbsence::version).stream()
                .sorted(Comparator.comparing(KnownAbsence::absenceId))
                .toList();
        var merge = tx.createUpdate(MERGE);
        Columns.bind(merge, "ids", absences, KnownAbsence::absenceId);
        Columns.bind(merge, "students", absences, KnownAbsence::studentId);
        Columns.bind(merge, "schools", absences, KnownAbsence::schoolId);
        Columns.bind(merge, "reasons", absences, KnownAbsence::reason);
        Columns.bind(merge, "from", absences, KnownAbsence::from);
        Columns.bind(merge, "to", absences, KnownAbsence::to);
        Columns.bind(merge, "withdrawn", absences, KnownAbsence::withdrawn);
        Columns.bind(merge, "versions", absences, each -> each.version().version());
        Columns.bind(merge, "taken", absences, each -> each.version().takenAt());
        Columns.bind(merge, "events", absences, each -> each.version().eventId());
        merge.execute();
    }
}
