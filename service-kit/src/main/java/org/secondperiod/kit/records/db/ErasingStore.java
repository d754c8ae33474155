package org.secondperiod.kit.records.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.Rows;

/** Erases one student, whatever the age of the records. */
@ApplicationScoped
public class ErasingStore {

    /** The legal holds that keep anything of this student: of the student, and of schools that have records of the student. */
    public Set<String> keptBy(Handle tx, List<RecordClass> classes, String studentId) {
        Set<String> holds =
                new HashSet<>(tx.createQuery("SELECT hold_id FROM known_hold WHERE NOT ended AND student_id = :student")
                        .bind("student", studentId)
                        .mapTo(String.class)
                        .list());
        classes.stream()
                .flatMap(each -> each.rows().stream())
                .filter(rows -> rows.student() != null && rows.school() != null && rows.part() == null)
                .forEach(rows -> holds.addAll(keptBy(tx, rows, studentId)));
        return holds;
    }

    private static List<String> keptBy(Handle tx, Rows rows, String studentId) {
        return tx.createQuery("""
                        SELECT h.hold_id FROM known_hold h WHERE NOT h.ended AND h.school_id IS NOT NULL
                           AND EXISTS (SELECT FROM %s t WHERE %s = :student AND (%s))""".formatted(rows.table(), rows.student(), rows.school()))
                .bind("student", studentId)
                .mapTo(String.class)
                .list();
    }

    /** Erases all rows of this student, with what hangs on them; returns how many. */
    public long erase(Handle tx, Rows rows, String studentId) {
        if (rows.student() == null) {
            return 0;
        }
        long hanging = rows.child() == null ? 0 : eraseChildren(tx, rows, studentId);
        String erasing = rows.part() == null
                ? "DELETE FROM %s t WHERE %s = :student".formatted(rows.table(), rows.student())
                : "UPDATE %s t SET %s WHERE %s = :student AND %s"
                        .formatted(
                                rows.table(),
                                rows.part().emptied(),
                                rows.student(),
                                rows.part().there());
        return hanging + tx.createUpdate(erasing).bind("student", studentId).execute();
    }

    /** Takes this student out of rows that stay. */
    public void takeOut(Handle tx, Rows rows, String assignment, String studentId) {
        tx.createUpdate("UPDATE %s t SET %s WHERE %s = :student".formatted(rows.table(), assignment, rows.student()))
                .bind("student", studentId)
                .execute();
    }

    private static long eraseChildren(Handle tx, Rows rows, String studentId) {
        return tx.createUpdate("DELETE FROM %1$s c USING %2$s t WHERE t.%3$s = c.%3$s AND %4$s = :student"
                        .formatted(
                                rows.child().table(), rows.table(), rows.child().column(), rows.student()))
                .bind("student", studentId)
                .execute();
    }
}
