package org.secondperiod.outreach.facts.db;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.KnownAbsences;

/** What schools know of students' absences: the latest version of each. */
@ApplicationScoped
public class KnownAbsenceStore {

    private static final String LOCK = """
            SELECT absence_id, student_id, fact FROM known_absence
            WHERE absence_id = ANY (:ids) ORDER BY absence_id FOR UPDATE
            """;

    private static final String UPSERT = """
            INSERT INTO known_absence (absence_id, student_id, fact)
            SELECT * FROM unnest(CAST(:ids AS text[]), CAST(:students AS text[]), CAST(:facts AS jsonb[])) AS n(id)
            ORDER BY n.id
            ON CONFLICT (absence_id) DO UPDATE SET student_id = excluded.student_id, fact = excluded.fact
            """;

    /** A known absence and whose it is. */
    public record Of(StudentId student, KnownAbsence absence) {}

    /** Days, both inclusive, on which an absence may matter to a student. */
    public record Covered(StudentId student, LocalDate from, LocalDate to) {

        /** The days of an absence. */
        public static Covered by(Of of) {
            KnownAbsence absence = of.absence();
            return new Covered(
                    of.student(),
                    absence.fromDay() == null ? date(absence.fromTime()).minusDays(1) : absence.fromDay(),
                    absence.toDay() == null ? date(absence.toTime()).plusDays(1) : absence.toDay());
        }

        /** A local date is at most one away from UTC's. */
        private static LocalDate date(@Nullable Instant time) {
            return LocalDate.ofInstant(Objects.requireNonNull(time), ZoneOffset.UTC);
        }
    }

    /**
     * Keeps the latest version of each absence.
     *
     * @return what was and what is now covered by the absences that changed
     */
    public List<Covered> merge(Handle tx, Collection<Of> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        Map<String, Of> known = new HashMap<>();
        var lock = tx.createQuery(LOCK);
        Columns.bind(lock, "ids", told, of -> of.absence().absenceId());
        lock.map((row, context) -> of(row.getString("student_id"), row.getString("fact")))
                .forEach(of -> known.put(of.absence().absenceId(), of));
        Map<String, Of> changed = new HashMap<>();
        List<Covered> concerned = new ArrayList<>();
        for (Of next : told) {
            String id = next.absence().absenceId();
            Of before = known.get(id);
            if (before == null || isNewer(next.absence(), before.absence())) {
                known.put(id, next);
                changed.put(id, next);
                concerned.add(Covered.by(next));
                if (before != null) {
                    concerned.add(Covered.by(before));
                }
            }
        }
        upsert(tx, changed.values());
        return concerned;
    }

    /** What is known of these students. */
    public Map<StudentId, KnownAbsences> load(Handle tx, Collection<StudentId> students) {
        var query = tx.createQuery("SELECT a.student_id, a.fact FROM unnest(CAST(:students AS text[]))"
                + " AS k(id) JOIN known_absence a ON a.student_id = k.id");
        Columns.bind(query, "students", Set.copyOf(students));
        List<Of> all = query.map((row, context) -> of(row.getString("student_id"), row.getString("fact")))
                .list();
        return all.stream()
                .collect(
                        groupingBy(Of::student, mapping(Of::absence, collectingAndThen(toList(), KnownAbsences::new))));
    }

    private static void upsert(Handle tx, Collection<Of> changed) {
        if (!changed.isEmpty()) {
            var upsert = tx.createUpdate(UPSERT);
            Columns.bind(upsert, "ids", changed, of -> of.absence().absenceId());
            Columns.bind(upsert, "students", changed, Of::student);
            Columns.bind(upsert, "facts", changed, of -> StoredJson.write(of.absence()));
            upsert.execute();
        }
    }

    private static boolean isNewer(KnownAbsence next, KnownAbsence before) {
        return !next.equals(before) && KnownAbsence.latest(before, next).equals(next);
    }

    private static Of of(String student, String fact) {
        return new Of(new StudentId(student), StoredJson.read(fact, KnownAbsence.class));
    }
}
