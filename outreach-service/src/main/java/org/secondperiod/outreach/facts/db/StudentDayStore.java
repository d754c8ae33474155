package org.secondperiod.outreach.facts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.StudentDayFacts;

/** The merged facts of students' days. */
@ApplicationScoped
public class StudentDayStore {

    private static final String SELECT = """
            SELECT f.student_id, f.school_day, f.facts
            FROM unnest(CAST(:students AS text[]), CAST(:days AS date[])) AS k(student_id, school_day)
            JOIN student_day f ON f.student_id = k.student_id AND f.school_day = k.school_day
            """;

    private static final String LOCK = SELECT + "ORDER BY f.student_id, f.school_day FOR UPDATE OF f";

    private static final String INSERT = """
            INSERT INTO student_day (student_id, school_day, facts)
            SELECT * FROM unnest(CAST(:students AS text[]), CAST(:days AS date[]), CAST(:facts AS jsonb[]))
            ON CONFLICT DO NOTHING
            RETURNING student_id, school_day
            """;

    private static final String UPDATE = """
            UPDATE student_day f SET facts = n.facts
            FROM unnest(CAST(:students AS text[]), CAST(:days AS date[]), CAST(:facts AS jsonb[]))
                AS n(student_id, school_day, facts)
            WHERE f.student_id = n.student_id AND f.school_day = n.school_day
            """;

    /** What is known of these days; a day without facts is missing. */
    public Map<StudentDay, StudentDayFacts> load(Handle tx, Collection<StudentDay> days) {
        return days.isEmpty() ? Map.of() : facts(tx.createQuery(SELECT), days);
    }

    /**
     * Merges facts into what is known, and keeps the rows locked until the transaction ends.
     *
     * @return the days that the new facts changed, with all that is known of them now
     */
    public Map<StudentDay, StudentDayFacts> merge(Handle tx, SortedMap<StudentDay, StudentDayFacts> told) {
        Map<StudentDay, StudentDayFacts> changed = new HashMap<>();
        SortedMap<StudentDay, StudentDayFacts> left = told;
        while (!left.isEmpty()) {
            left = mergeOnce(tx, left, changed);
        }
        return changed;
    }

    /** @return what somebody else inserted at the same moment: to be merged with that */
    private SortedMap<StudentDay, StudentDayFacts> mergeOnce(
            Handle tx, SortedMap<StudentDay, StudentDayFacts> told, Map<StudentDay, StudentDayFacts> changed) {
        Map<StudentDay, StudentDayFacts> known = facts(tx.createQuery(LOCK), told.keySet());
        SortedMap<StudentDay, StudentDayFacts> updates = new TreeMap<>();
        SortedMap<StudentDay, StudentDayFacts> inserts = new TreeMap<>();
        told.forEach((day, facts) -> {
            StudentDayFacts before = known.get(day);
            if (before == null) {
                inserts.put(day, facts);
                return;
            }
            StudentDayFacts after = before.merge(facts);
            if (!after.equals(before)) {
                updates.put(day, after);
            }
        });
        update(tx, updates);
        changed.putAll(updates);
        for (StudentDay inserted : insert(tx, inserts)) {
            changed.put(inserted, inserts.remove(inserted));
        }
        return inserts;
    }

    private static void update(Handle tx, SortedMap<StudentDay, StudentDayFacts> updates) {
        if (!updates.isEmpty()) {
            var update = tx.createUpdate(UPDATE);
            Columns.bind(update, "students", updates.keySet(), StudentDay::student);
            Columns.bind(update, "days", updates.keySet(), StudentDay::day);
            Columns.bind(update, "facts", updates.values(), StoredJson::write);
            update.execute();
        }
    }

    private static Set<StudentDay> insert(Handle tx, SortedMap<StudentDay, StudentDayFacts> inserts) {
        if (inserts.isEmpty()) {
            return Set.of();
        }
        var insert = tx.createQuery(INSERT);
        Columns.bind(insert, "students", inserts.keySet(), StudentDay::student);
        Columns.bind(insert, "days", inserts.keySet(), StudentDay::day);
        Columns.bind(insert, "facts", inserts.values(), StoredJson::write);
        return insert.map((row, context) -> key(row.getString(1), row.getObject(2, LocalDate.class)))
                .set();
    }

    private static Map<StudentDay, StudentDayFacts> facts(Query query, Collection<StudentDay> days) {
        Columns.bind(query, "students", days, StudentDay::student);
        Columns.bind(query, "days", days, StudentDay::day);
        Map<StudentDay, StudentDayFacts> facts = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        key(row.getString(1), row.getObject(2, LocalDate.class)),
                        StoredJson.read(row.getString(3), StudentDayFacts.class)))
                .forEach(entry -> facts.put(entry.getKey(), entry.getValue()));
        return facts;
    }

    private static StudentDay key(String student, LocalDate day) {
        return new StudentDay(new StudentId(student), SchoolDay.of(day));
    }
}
