package org.secondperiod.ingest.records;

import static org.secondperiod.kit.records.Keep.FOLLOWING_SCHOOL_YEAR;
import static org.secondperiod.kit.records.RecordClass.kept;
import static org.secondperiod.kit.records.RecordClass.lasting;

import jakarta.inject.Singleton;
import java.util.List;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.Rows;

/** What this service holds of students. Marks are not here: they go to their topic as they come. */
@Singleton
public class IngestRecords implements RecordClasses {

    private static final String ITS_SCHOOL = "t.school_id = h.school_id";

    private static final String AT_ITS_SCHOOL_OR_ANY_OF_THE_STUDENTS = """
            t.school_id = h.school_id OR (t.school_id IS NULL AND EXISTS (
                SELECT FROM roster_membership m WHERE m.user_id = t.student_id AND m.org_id = h.school_id))""";

    /** Whoever is linked to one user only, in whichever direction, and is nothing but family. A guardian of two children stays. */
    private static final String THE_ONE_STUDENT_OF_A_GUARDIAN = """
            CASE WHEN t.role IS DISTINCT FROM 'student' AND NOT EXISTS (SELECT FROM roster_membership m
                    WHERE m.user_id = t.user_id AND m.role NOT IN ('guardian', 'parent', 'relative'))
                AND NOT EXISTS (SELECT FROM roster_seat s WHERE s.user_id = t.user_id) THEN (
                SELECT min(l.linked) FROM (
                    SELECT a.agent_id AS linked FROM roster_agent a WHERE a.user_id = t.user_id
                    UNION SELECT a.user_id FROM roster_agent a WHERE a.agent_id = t.user_id) l
                HAVING count(*) = 1) END""";

    private static final List<RecordClass> ALL = List.of(
            kept(
                    "120",
                    "quarantine",
                    "facts that wait for a school or for what their code means, as they were sent",
                    Rows.of("quarantine")
                            .agedByMoment("t.received_at")
                            .ofStudent("t.content ->> 'studentId'")
                            .ofSchool(ITS_SCHOOL)
                            .sealed("raw_sealed", "'quarantine|' || t.event_id")),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    "given-up",
                    "who gave up which fact in quarantine, and why",
                    Rows.of("quarantine_discarded")
                            .agedByMoment("t.received_at")
                            .ofSchool(ITS_SCHOOL)),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    "known-absences",
                    "the reasons that schools have already",
                    Rows.of("known_absence")
                            .agedByDay("coalesce(t.to_day, (t.to_time AT TIME ZONE 'UTC')::date)")
                            .ofStudent("t.student_id")
                            .ofSchool(AT_ITS_SCHOOL_OR_ANY_OF_THE_STUDENTS)
                            .sealed("detail", "'attendance.known-absences.v1|' || t.student_id")),
            kept(
                    "120",
                    "absence-lists",
                    "who was said to be absent by hand, and by whom",
                    Rows.of("absence_list_row")
                            .agedByDay("t.school_day")
                            .ofStudent("t.student_id")
                            .ofSchool(ITS_SCHOOL),
                    Rows.of("absence_list").agedByDay("t.school_day").ofSchool(ITS_SCHOOL)),
            lasting(
                    "roster",
                    "what the roster says of the student, its families and badges, and past enrolments that were imported",
                    Rows.of("roster_user")
                            .ofStudent(THE_ONE_STUDENT_OF_A_GUARDIAN)
                            .sealed("details", "'roster_user|' || t.user_id"),
                    Rows.of("roster_user").ofStudent("t.user_id").sealed("details", "'roster_user|' || t.user_id"),
                    Rows.of("roster_agent").ofStudent("t.user_id"),
                    Rows.of("roster_agent").ofStudent("t.agent_id"),
                    Rows.of("roster_membership").ofStudent("t.user_id").ofSchool("t.org_id = h.school_id"),
                    Rows.of("roster_seat").ofStudent("t.user_id").ofSchool("t.org_id = h.school_id"),
                    Rows.of("roster_contact_setting")
                            .ofStudent("t.student_id")
                            .sealed("details", "'roster_contact_setting|' || t.student_id || '|' || t.guardian_id"),
                    Rows.of("roster_badge").ofStudent("t.student_id"),
                    Rows.of("roster_student").ofStudent("t.student_id"),
                    Rows.of("past_enrolment").ofStudent("t.student_id").ofSchool(ITS_SCHOOL),
                    Rows.of("roster_candidate").ofStudent("t.student_id")));

    @Override
    public List<RecordClass> all() {
        return ALL;
    }
}
