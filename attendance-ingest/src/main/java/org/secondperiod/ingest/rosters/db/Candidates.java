package org.secondperiod.ingest.rosters.db;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Students who may have changed. Too many are only looked at in vain; too few would be a change that is never told. */
public final class Candidates {

    private Candidates() {}

    /** Adds everybody whom staged rows concern as things stand, so it runs before and after a merge. */
    static void add(Handle tx, ImportPlan plan) {
        tx.createUpdate("""
                        INSERT INTO roster_candidate SELECT c.id FROM (
                        SELECT m.user_id AS id FROM roster_membership m JOIN staged_school k ON k.school_id = m.org_id
                            WHERE m.role = 'student' AND :bulk
                        UNION SELECT m.user_id FROM roster_membership m JOIN staged_user s ON s.id = m.user_id
                            WHERE m.role = 'student'
                        UNION SELECT m.user_id FROM roster_membership m JOIN staged_membership s ON s.id = m.membership_id
                            WHERE m.role = 'student'
                        UNION SELECT a.user_id FROM roster_agent a JOIN staged_user s ON s.id = a.agent_id
                        UNION SELECT a.agent_id FROM roster_agent a JOIN staged_user s ON s.id = a.user_id
                        UNION SELECT t.user_id FROM roster_seat t JOIN staged_seat s ON s.id = t.seat_id
                        UNION SELECT t.user_id FROM roster_seat t JOIN staged_class s ON s.id = t.class_id
                            WHERE t.role = 'student'
                        UNION SELECT t.user_id FROM roster_seat t JOIN staged_seat s ON s.class_id = t.class_id
                            WHERE t.role = 'student' AND s.role = 'teacher'
                        UNION SELECT t.user_id FROM roster_seat t JOIN roster_seat l ON l.class_id = t.class_id
                            JOIN staged_seat s ON s.id = l.seat_id WHERE t.role = 'student' AND l.role = 'teacher'
                        UNION SELECT t.user_id FROM roster_seat t JOIN roster_class c ON c.class_id = t.class_id
                            JOIN staged_session s ON s.id = ANY (c.terms) WHERE t.role = 'student'
                        UNION SELECT student_id FROM staged_contact
                        UNION SELECT student_id FROM staged_badge) c
                        WHERE EXISTS (SELECT 1 FROM roster_membership m WHERE m.user_id = c.id AND m.role = 'student')
                           OR EXISTS (SELECT 1 FROM roster_student k WHERE k.student_id = c.id)
                        ON CONFLICT DO NOTHING""").bind("bulk", plan.anyBulk()).execute();
    }

    /** Adds everybody with a class that begins or ends, by its dates or its term's, after one day and up to another. */
    public static void addBetween(Handle tx, LocalDate seen, LocalDate today) {
        tx.createUpdate("""
                        INSERT INTO roster_candidate
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
    public static List<String> take(Handle tx, int most) {
        return tx.createQuery("""
                        DELETE FROM roster_candidate WHERE student_id IN (
                            SELECT student_id FROM roster_candidate ORDER BY student_id LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING student_id""").bind("most", most).mapTo(String.class).list();
    }
}
