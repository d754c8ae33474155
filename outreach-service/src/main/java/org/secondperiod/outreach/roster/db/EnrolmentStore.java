package org.secondperiod.outreach.roster.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.Enrolment.SchoolClass;
import org.secondperiod.outreach.roster.StudentRoster;

/** Students' enrolments. */
@ApplicationScoped
public class EnrolmentStore {

    private static final String CLAIM_VERSION = """
            INSERT INTO student (student_id, version)
            SELECT * FROM unnest(CAST(:students AS text[]), CAST(:versions AS bigint[])) AS n(id) ORDER BY n.id
            ON CONFLICT (student_id) DO UPDATE SET version = excluded.version WHERE student.version < excluded.version
            RETURNING student_id
            """;

    private static final String INSERT = """
            INSERT INTO enrolment (student_id, school_id, entry_day, exit_day, grade, homeroom, first_period, class_ids, classes)
            SELECT n.student_id, n.school_id, coalesce(n.entry_day, '-infinity'), coalesce(n.exit_day, 'infinity'), n.grade,
                n.homeroom, n.first_period, ARRAY(SELECT c ->> 'classId' FROM jsonb_array_elements(n.classes) c), n.classes
            FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:entries AS date[]),
                CAST(:exits AS date[]), CAST(:grades AS text[]), CAST(:homerooms AS text[]), CAST(:firsts AS text[]),
                CAST(:classes AS jsonb[]))
                AS n(student_id, school_id, entry_day, exit_day, grade, homeroom, first_period, classes)
            """;

    /** An enrolment and whose it is. */
    public record Of(StudentId student, Enrolment enrolment) {}

    /**
     * Puts rosters in force that are newer than what is known; one per student.
     *
     * @return the students whose roster was newer
     */
    public Set<StudentId> put(Handle tx, Collection<StudentRoster> rosters) {
        if (rosters.isEmpty()) {
            return Set.of();
        }
        var claim = tx.createQuery(CLAIM_VERSION);
        Columns.bind(claim, "students", rosters, StudentRoster::student);
        Columns.bind(claim, "versions", rosters, StudentRoster::version);
        Set<StudentId> newer =
                claim.map((row, context) -> new StudentId(row.getString(1))).set();
        delete(tx, newer);
        insert(
                tx,
                rosters.stream()
                        .filter(roster -> newer.contains(roster.student()))
                        .flatMap(roster ->
                                roster.enrolments().stream().map(enrolment -> new Of(roster.student(), enrolment)))
                        .toList());
        return newer;
    }

    /** Forgets what is known of these students' enrolments, versions too. */
    public void forget(Handle tx, Collection<StudentId> students) {
        delete(tx, students);
        var forget = tx.createUpdate("DELETE FROM student WHERE student_id = ANY (:students)");
        Columns.bind(forget, "students", students).execute();
    }

    /** The enrolments of these students. A join, because a plan that serves any array would compare each row with all of it. */
    public Map<StudentId, List<Enrolment>> load(Handle tx, Collection<StudentId> students) {
        var query = tx.createQuery("""
                SELECT student_id, school_id, nullif(entry_day, '-infinity') AS entry_day,
                    nullif(exit_day, 'infinity') AS exit_day, grade, homeroom, first_period, classes
                FROM unnest(CAST(:students AS text[])) AS k(id) JOIN enrolment e ON e.student_id = k.id
                """);
        Columns.bind(query, "students", Set.copyOf(students));
        return query
                .map((row, context) -> new Of(
                        new StudentId(row.getString("student_id")),
                        new Enrolment(
                                new SchoolId(row.getString("school_id")),
                                row.getObject("entry_day", LocalDate.class),
                                row.getObject("exit_day", LocalDate.class),
                                row.getString("grade"),
                                row.getString("homeroom"),
                                row.getString("first_period"),
                                List.of(StoredJson.read(row.getString("classes"), SchoolClass[].class)))))
                .list()
                .stream()
                .collect(groupingBy(Of::student, mapping(Of::enrolment, toList())));
    }

    private static void delete(Handle tx, Collection<StudentId> students) {
        if (!students.isEmpty()) {
            var delete = tx.createUpdate("DELETE FROM enrolment WHERE student_id = ANY (:students)");
            Columns.bind(delete, "students", students).execute();
        }
    }

    private static void insert(Handle tx, List<Of> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Collection<Of> distinct = withoutRepeats(rows);
        var insert = tx.createUpdate(INSERT);
        Columns.bind(insert, "students", distinct, Of::student);
        Columns.bind(insert, "schools", distinct, of -> of.enrolment().school());
        Columns.bind(insert, "entries", distinct, of -> of.enrolment().entry());
        Columns.bind(insert, "exits", distinct, of -> of.enrolment().exit());
        Columns.bind(insert, "grades", distinct, of -> of.enrolment().grade());
        Columns.bind(insert, "homerooms", distinct, of -> of.enrolment().homeroom());
        Columns.bind(insert, "firsts", distinct, of -> of.enrolment().firstPeriod());
        Columns.bind(
                insert,
                "classes",
                distinct,
                of -> StoredJson.write(of.enrolment().classes()));
        insert.execute();
    }

    /** A roster may name one school twice from the same day; the first telling counts. */
    private static Collection<Of> withoutRepeats(List<Of> rows) {
        Map<List<@Nullable Object>, Of> distinct = new LinkedHashMap<>();
        for (Of of : rows) {
            distinct.putIfAbsent(
                    Arrays.asList(
                            of.student(),
                            of.enrolment().school(),
                            of.enrolment().entry()),
                    of);
        }
        return distinct.values();
    }
}
