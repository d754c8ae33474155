package org.secondperiod.kit.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.records.RecordClasses;

/**
 * Which tables name students, and which of them no class of record names: those would be neither purged nor shown nor erased; and which of
 * them the database does not guard: those would show one school the students of another.
 */
public final class TablesOfStudents {

    /** Orders about students are no records of them. */
    private static final Set<String> ORDERS = Set.of("known_hold", "legal_hold", "erasure", "erasure_order");

    private TablesOfStudents() {}

    /** The tables of which the service's classes of record say nothing. */
    public static Set<String> withoutClass(RecordClasses records) {
        List<String> naming = owner().withHandle(
                        handle -> handle.createQuery("""
                        SELECT relname FROM pg_class c WHERE relkind = 'r' AND relpersistence = 'p'
                           AND relnamespace = 'public'::regnamespace AND EXISTS (
                               SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'student_id')""").mapTo(String.class).list());
        Set<String> left = new TreeSet<>(naming);
        left.removeAll(ORDERS);
        records.all().forEach(each -> each.rows().forEach(rows -> left.remove(rows.table())));
        return left;
    }

    /** The tables in which row-level security does not count for everybody, their owner too, or for which nobody said who sees what. */
    public static Set<String> withoutGuard() {
        List<String> open = owner().withHandle(
                        handle -> handle.createQuery("""
                        SELECT relname FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
                           AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'student_id')
                           AND NOT (relrowsecurity AND relforcerowsecurity
                               AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))""").mapTo(String.class).list());
        return new TreeSet<>(open);
    }

    private static Jdbi owner() {
        return TestDatabase.asOwner();
    }
}
