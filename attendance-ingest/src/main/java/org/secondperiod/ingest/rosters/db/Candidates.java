package org.secondperiod.ingest.rosters.db;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Students who may have changed. Too many are only looked at in vain; too few would be a change that is never told. */
public final class Candidates {

    /** A student to be looked at; {@code deleted} by the source, which is more than to have left. */
    public record Candidate(String studentId, boolean deleted) {}

    private static final String OF_CHANGES = """
            SELECT id FROM changed_user
            UNION SELECT user_id FROM changed_link
            UNION SELECT agent_id FROM changed_link
            UNION SELECT a.user_id FROM roster_agent a JOIN changed_user c ON c.id = a.agent_id
            UNION SELECT a.agent_id FROM roster_agent a JOIN changed_user c ON c.id = a.user_id
            UNION SELECT s.student_id FROM roster_contact_setting s JOIN changed_user c ON c.id = s.guardian_id
            UNION SELECT user_id FROM changed_membership
            UNION SELECT old_user_id FROM changed_membership
            UNION SELECT m.user_id FROM roster_membership m JOIN changed_org c ON c.id = m.org_id
            UNION SELECT user_id FROM changed_seat
            UNION SELECT old_user_id FROM changed_seat
            UNION SELECT t.user_id FROM roster_seat t WHERE t.role = 'student' AND t.class_id IN (
                SELECT id FROM changed_class
                UNION SELECT class_id FROM changed_seat WHERE role = 'teacher'
                UNION SELECT old_class_id FROM changed_seat WHERE old_role = 'teacher'
                UNION SELECT k.class_id FROM roster_class k JOIN changed_session c ON c.id = ANY (k.terms))
            UNION SELECT id FROM changed_student""";

    /** Those who are one, and those who were told to be. */
    private static final List<String> STUDENTS = List.of(
            "SELECT 1 FROM roster_membership m WHERE m.user_id = c.id AND m.role = 'student'",
            "SELECT 1 FROM roster_student k WHERE k.student_id = c.id");

    private Candidates() {}

    /**
     * Adds everybody whom the changes found concern as things stand, so it runs before and after they are written: a guardian's
     * new number concerns the children, a teacher who left a class concerns those who sit in it.
     */
    static void add(Handle tx) {
        tx.execute("TRUNCATE concerned");
        tx.execute("INSERT INTO concerned " + OF_CHANGES);
        tx.execute("ANALYZE concerned");
        for (String students : STUDENTS) {
            tx.execute("INSERT INTO roster_candidate (student_id) SELECT c.id FROM concerned c WHERE EXISTS ("
                    + students + ") ON CONFLICT DO NOTHING");
        }
        tx.execute("""
                INSERT INTO roster_candidate (student_id, deleted)
                SELECT u.id, true FROM staged_user u JOIN roster_student k ON k.student_id = u.id WHERE u.deleted
                ON CONFLICT (student_id) DO UPDATE SET deleted = true""");
    }

    /** Adds everybody with a class that begins or ends, by its dates or its term's, after one day and up to another. */
    public static void addBetween(Handle tx, LocalDate seen, LocalDate today) {
        tx.createUpdate("""
                        INSERT INTO roster_candidate (student_id)
                        SELECT user_id FROM roster_seat
                            WHERE role = 'student' AND ((begins > :seen AND begins <= :today) OR (ends >= :seen AND ends < :today))
                        UNION SELECT t.user_id FROM roster_session s JOIN roster_class c ON s.session_id = ANY (c.terms)
                            JOIN roster_seat t ON t.class_id = c.class_id
                            WHERE t.role = 'student' AND ((s.starts > :seen AND s.starts <= :today)
                                OR (s.ends_before > :seen AND s.ends_before <= :today))
                        ON CONFLICT DO NOTHING""").bind("seen", seen).bind("today", today).execute();
    }

    public static long count(Handle tx) {
        return tx.createQuery("SELECT count(*) FROM roster_candidate")
                .mapTo(Long.class)
                .one();
    }

    /** Takes some off the list, for this transaction to look at. */
    public static List<Candidate> take(Handle tx, int most) {
        return tx.createQuery("""
                        DELETE FROM roster_candidate WHERE student_id IN (
                            SELECT student_id FROM roster_candidate ORDER BY student_id LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING student_id, deleted""")
                .bind("most", most)
                .map(ConstructorMapper.of(Candidate.class))
                .list();
    }
}
