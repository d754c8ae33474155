package org.secondperiod.outreach.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Whose number an entry of the blind index is. */
@ApplicationScoped
public class NumberStore {

    private record Row(String entry, StudentId student, boolean mayCall) {}

    private record ContactRow(String contact, StudentId student) {}

    /**
     * By what a student is found, and who is reached by the same call.
     *
     * @param open entries of numbers that may be called
     * @param closed of those that are nobody's but of contacts who must not be called
     * @param contacts ids of contacts who may be called
     */
    public record Entries(Set<String> open, Set<String> closed, Set<String> contacts) {

        public static final Entries NONE = new Entries(Set.of(), Set.of(), Set.of());
    }

    /** Puts entries in the place of all that these students had. */
    public void replace(Handle tx, Map<StudentId, Entries> entries) {
        forget(tx, entries.keySet());
        List<Row> rows = new ArrayList<>();
        List<ContactRow> contacts = new ArrayList<>();
        entries.forEach((student, all) -> {
            all.open().forEach(entry -> rows.add(new Row(entry, student, true)));
            all.closed().stream()
                    .filter(entry -> !all.open().contains(entry))
                    .forEach(entry -> rows.add(new Row(entry, student, false)));
            all.contacts().forEach(contact -> contacts.add(new ContactRow(contact, student)));
        });
        if (!rows.isEmpty()) {
            var insert = tx.createUpdate("""
                    INSERT INTO student_number (entry, student_id, may_call)
                    SELECT * FROM unnest(CAST(:entries AS text[]), CAST(:students AS text[]), CAST(:may AS boolean[]))
                    """);
            Columns.bind(insert, "entries", rows, Row::entry);
            Columns.bind(insert, "students", rows, Row::student);
            Columns.bind(insert, "may", rows, Row::mayCall).execute();
        }
        if (!contacts.isEmpty()) {
            var insert = tx.createUpdate("""
                    INSERT INTO student_contact (contact_id, student_id)
                    SELECT * FROM unnest(CAST(:contacts AS text[]), CAST(:students AS text[]))
                    """);
            Columns.bind(insert, "contacts", contacts, ContactRow::contact);
            Columns.bind(insert, "students", contacts, ContactRow::student).execute();
        }
    }

    /** Erases all entries of these students. */
    public void forget(Handle tx, Collection<StudentId> students) {
        if (!students.isEmpty()) {
            var numbers = tx.createUpdate("DELETE FROM student_number WHERE student_id = ANY (:students)");
            Columns.bind(numbers, "students", students).execute();
            var contacts = tx.createUpdate("DELETE FROM student_contact WHERE student_id = ANY (:students)");
            Columns.bind(contacts, "students", students).execute();
        }
    }

    /** The students of these schools, past and future ones too, who have an entry. */
    public List<At> at(Handle tx, SchoolScope scope, String entry) {
        var query = tx.createQuery("""
                SELECT DISTINCT e.student_id, e.school_id
                FROM (SELECT student_id FROM student_number WHERE entry = :entry UNION
                    SELECT student_id FROM found_number WHERE entry = :entry AND removed_at IS NULL) AS n
                JOIN enrolment e ON e.student_id = n.student_id
                WHERE :all OR e.school_id = ANY (:schools) ORDER BY e.student_id, e.school_id
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("entry", entry)
                .bind("all", scope.all())
                .map((row, context) -> new At(new StudentId(row.getString(1)), new SchoolId(row.getString(2))))
                .list();
    }
}
