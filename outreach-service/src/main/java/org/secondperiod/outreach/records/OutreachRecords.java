package org.secondperiod.outreach.records;

import static org.secondperiod.kit.records.Keep.FOLLOWING_SCHOOL_YEAR;
import static org.secondperiod.kit.records.RecordClass.kept;
import static org.secondperiod.kit.records.RecordClass.lasting;
import static org.secondperiod.kit.records.RecordClass.ofTheirMakers;

import jakarta.inject.Singleton;
import java.util.List;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.Rows;

/** What this service holds of students. */
@Singleton
public class OutreachRecords implements RecordClasses {

    static final String SCANS = "scans";
    static final String MARKS = "marks";
    static final String SIGHTINGS = "sightings";
    static final String WHEREABOUTS = "whereabouts";
    static final String CALL_RECORDS = "call-records";

    /** Days and known absences are not of one school: they are of those where the student is, or was concluded on. */
    private static final String AT_ANY_OF_THE_STUDENTS_SCHOOLS = """
            EXISTS (SELECT FROM enrolment e WHERE e.student_id = t.student_id AND e.school_id = h.school_id)
            OR EXISTS (SELECT FROM whereabouts w WHERE w.student_id = t.student_id AND w.school_id = h.school_id)""";

    private static final String LAST_DAY_OF_AN_ABSENCE = """
            coalesce((t.fact ->> 'toDay')::date, (t.fact ->> 'toTime')::timestamptz::date)""";

    private static final Rows DAYS = Rows.of("student_day")
            .agedByDay("t.school_day")
            .ofStudent("t.student_id")
            .ofSchool(AT_ANY_OF_THE_STUDENTS_SCHOOLS);

    private static final List<RecordClass> ALL = List.of(
            kept(
                    "30",
                    SCANS,
                    "when a badge was at which door, and in which quarters of an hour a building saw anybody",
                    DAYS.array("facts", "scans"),
                    Rows.of("building_seen").agedByMoment("t.quarter")),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    SIGHTINGS,
                    "where staff saw a student, with their notes",
                    ofSchoolDays("sighting").sealed("note_sealed", "'sighting|' || t.sighting_id"),
                    DAYS.array("facts", "sightings")),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    MARKS,
                    "absence marks in all their versions, submitted attendance, known absences",
                    ofSchoolDays("mark_version"),
                    DAYS,
                    Rows.of("attendance_taken").agedByDay("t.school_day").ofSchool("t.school_id = h.school_id"),
                    Rows.of("known_absence")
                            .agedByDay(LAST_DAY_OF_AN_ABSENCE)
                            .ofStudent("t.student_id")
                            .ofSchool(AT_ANY_OF_THE_STUDENTS_SCHOOLS)),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    WHEREABOUTS,
                    "what was concluded of each student on each day, and what decided it",
                    ofSchoolDays("whereabouts_step"),
                    ofSchoolDays("whereabouts"),
                    ofSchoolDays("look_again")),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    CALL_RECORDS,
                    "call tasks and what became of them, their bands, offers, rings and notes, calls and conversations with their notes,"
                            + " promises, follow-ups,"
                            + " building checks and escalations",
                    ofSchoolDays("call_task_rank"),
                    ofSchoolDays("call_task_assignment"),
                    ofSchoolDays("call_task_offer"),
                    ofSchoolDays("bridged_ring"),
                    ofSchoolDays("group_note_student"),
                    Rows.of("group_note")
                            .agedByDay("t.school_day")
                            .ofSchool("t.school_id = h.school_id")
                            .sealed("text_sealed", "'group_note|' || t.note_id"),
                    ofSchoolDays("call_task").with("call_task_step", "task_id"),
                    ofSchoolDays("call_attempt")
                            .sealed("note_sealed", "'call_attempt|' || t.attempt_id")
                            .sealed("number_sealed", "'call_attempt.number|' || t.attempt_id"),
                    ofSchoolDays("call_attempt_version")
                            .sealed("note_sealed", "'call_attempt_version|' || t.attempt_id || '|' || t.version"),
                    ofSchoolDays("root_cause"),
                    ofSchoolDays("promise").sealed("what_sealed", "'promise|' || t.promise_id"),
                    ofSchoolDays("follow_up")
                            .sealed("what_sealed", "'follow_up|' || t.follow_up_id")
                            .sealed("ended_sealed", "'follow_up.came|' || t.follow_up_id"),
                    ofSchoolDays("building_check"),
                    ofSchoolDays("escalation").sealed("note_sealed", "'escalation|' || t.escalation_id"),
                    ofSchoolDays("care_step")),
            ofTheirMakers(
                    "731",
                    "student_id = NULL",
                    "mandated-reports",
                    "that somebody reported suspected abuse, as they noted it",
                    Rows.of("mandated_report")
                            .agedByMoment("t.reported_at")
                            .ofStudent("t.student_id")
                            .ofSchool("t.school_id = h.school_id")
                            .with("mandated_report_shown", "report_id")),
            lasting(
                    "disclosures",
                    "to whom outside of the schools records were given",
                    Rows.of("disclosure")
                            .ofStudent("t.student_id")
                            .sealed("said_sealed", "'disclosure|' || t.disclosure_id")),
            lasting(
                    "roster",
                    "enrolments, and the name and contacts, as the roster has them",
                    Rows.of("enrolment").ofStudent("t.student_id").ofSchool("t.school_id = h.school_id"),
                    Rows.of("person")
                            .ofStudent("t.student_id")
                            .sealed("encrypted", "'roster.people.v1|' || t.student_id"),
                    Rows.of("student_number").ofStudent("t.student_id"),
                    Rows.of("student_contact").ofStudent("t.student_id"),
                    Rows.of("student").ofStudent("t.student_id")),
            lasting(
                    "found-numbers",
                    "numbers that staff have found, where the roster has none that works",
                    Rows.of("found_number")
                            .ofStudent("t.student_id")
                            .ofSchool("t.school_id = h.school_id")
                            .sealed("found_sealed", "'found_number|' || t.number_id")),
            lasting(
                    "consents",
                    "who may be called and told of students who are of age",
                    Rows.of("consent").ofStudent("t.student_id")),
            lasting(
                    "standing",
                    "how the school year stands for a student, as reporting counts it",
                    Rows.of("standing").ofStudent("t.student_id")));

    private static Rows ofSchoolDays(String table) {
        return Rows.of(table)
                .agedByDay("t.school_day")
                .ofStudent("t.student_id")
                .ofSchool("t.school_id = h.school_id");
    }

    @Override
    public List<RecordClass> all() {
        return ALL;
    }
}
