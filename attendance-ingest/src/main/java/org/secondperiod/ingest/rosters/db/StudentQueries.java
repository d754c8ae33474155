package org.secondperiod.ingest.rosters.db;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.secondperiod.ingest.rosters.people.StudentParts;

/** One query per kind of row, for many students at once. */
final class StudentQueries {

    private static final String USERS = """
            SELECT user_id, details, grade, language, homeroom, first_period, groups, badges
            FROM roster_user WHERE user_id = ANY (:ids)""";

    private static final String MEMBERSHIPS = """
            SELECT m.user_id, m.org_id, m.entry, m.exit
            FROM roster_membership m JOIN roster_org o ON o.org_id = m.org_id AND o.type = 'school'
            WHERE m.user_id = ANY (:ids) AND m.role = 'student'
            ORDER BY m.user_id, m.org_id, m.entry NULLS FIRST, m.exit NULLS LAST""";

    private static final String SEATS = """
            SELECT DISTINCT user_id, class_id FROM roster_seat
            WHERE user_id = ANY (:ids) AND role = 'student'
              AND (begins IS NULL OR begins <= :today) AND (ends IS NULL OR ends >= :today)
            ORDER BY user_id, class_id""";

    /** Only classes that meet these days: a second term's first period is not this term's. */
    private static final String CLASSES = """
            SELECT c.org_id AS school_id, c.class_id, c.title, c.homeroom, c.periods,
                   (SELECT l.user_id FROM roster_seat l WHERE l.class_id = c.class_id AND l.role = 'teacher'
                    ORDER BY l.lead_teacher DESC, l.user_id LIMIT 1) AS teacher
            FROM roster_class c
            WHERE c.class_id = ANY (:classes)
              AND (NOT EXISTS (SELECT 1 FROM roster_session s WHERE s.session_id = ANY (c.terms))
                   OR EXISTS (SELECT 1 FROM roster_session s WHERE s.session_id = ANY (c.terms)
                              AND (s.starts IS NULL OR s.starts <= :today)
                              AND (s.ends_before IS NULL OR s.ends_before > :today)))""";

    /** Linked in either direction, or by the side file alone; a fellow student only if also somebody's guardian. */
    private static final String GUARDIANS = """
            WITH links AS (
                SELECT user_id AS student_id, agent_id AS guardian_id, place FROM roster_agent
                WHERE user_id = ANY (:ids)
                UNION ALL
                SELECT agent_id, user_id, 1000000 + turn FROM roster_agent WHERE agent_id = ANY (:ids)
                UNION ALL
                SELECT student_id, guardian_id, 2000000 FROM roster_contact_setting WHERE student_id = ANY (:ids)),
            linked AS (SELECT student_id, guardian_id, min(place) AS place FROM links GROUP BY student_id, guardian_id),
            described AS (
                SELECT k.student_id, k.guardian_id, u.details, u.language, k.place,
                       CASE WHEN u.role IN ('guardian', 'parent', 'relative') THEN u.role ELSE
                           (SELECT min(m.role) FROM roster_membership m WHERE m.user_id = u.user_id
                            AND m.role IN ('guardian', 'parent', 'relative')) END AS role
                FROM linked k JOIN roster_user u ON u.user_id = k.guardian_id)
            SELECT d.*, c.details AS setting
            FROM described d
            LEFT JOIN roster_contact_setting c ON c.student_id = d.student_id AND c.guardian_id = d.guardian_id
            WHERE d.role IS NOT NULL OR NOT EXISTS (
                SELECT 1 FROM roster_membership m WHERE m.user_id = d.guardian_id AND m.role = 'student')""";

    private static final String BADGES = """
            SELECT student_id, badge, valid_from, valid_to FROM roster_badge
            WHERE student_id = ANY (:ids) ORDER BY student_id, badge, valid_from NULLS FIRST""";

    private final Handle handle;
    private final List<String> ids;
    private final LocalDate today;

    StudentQueries(Handle handle, List<String> ids, LocalDate today) {
        this.handle = handle;
        this.ids = ids;
        this.today = today;
    }

    List<StudentRows.UserRecord> users() {
        return query(USERS, StudentRows.UserRecord.class);
    }

    List<StudentRows.MembershipRecord> memberships() {
        return query(MEMBERSHIPS, StudentRows.MembershipRecord.class);
    }

    List<StudentRows.SeatRecord> seats() {
        return handle.createQuery(SEATS)
                .bindArray("ids", String.class, ids)
                .bind("today", today)
                .map((row, context) -> new StudentRows.SeatRecord(row.getString(1), row.getString(2)))
                .list();
    }

    List<StudentParts.Seat> classes(Collection<String> classIds) {
        return handle.createQuery(CLASSES)
                .bindArray("classes", String.class, List.copyOf(classIds))
                .bind("today", today)
                .map(ConstructorMapper.of(StudentParts.Seat.class))
                .list();
    }

    List<StudentRows.GuardianRecord> guardians() {
        return query(GUARDIANS, StudentRows.GuardianRecord.class);
    }

    List<StudentRows.BadgeRecord> badges() {
        return query(BADGES, StudentRows.BadgeRecord.class);
    }

    private <T> List<T> query(String sql, Class<T> type) {
        return handle.createQuery(sql)
                .bindArray("ids", String.class, ids)
                .map(ConstructorMapper.of(type))
                .list();
    }
}
