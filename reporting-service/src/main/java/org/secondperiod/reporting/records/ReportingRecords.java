package org.secondperiod.reporting.records;

import static org.secondperiod.kit.records.Keep.FOLLOWING_SCHOOL_YEAR;
import static org.secondperiod.kit.records.RecordClass.kept;
import static org.secondperiod.kit.records.RecordClass.lasting;

import jakarta.inject.Singleton;
import java.util.List;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.ReportedDays;
import org.secondperiod.kit.records.Rows;

/** What this service holds of students. Tallies are of nobody. */
@Singleton
public class ReportingRecords implements RecordClasses {

    public static final String ATTENDANCE = ReportedDays.CLASS;

    public static final String OUTREACH = "outreach";

    private static final String OF_THE_SCHOOL = "t.school_id = h.school_id";

    private static final String AT_ANY_OF_THE_STUDENTS_SCHOOLS =
            "EXISTS (SELECT FROM enrolment e WHERE e.student_id = t.student_id AND e.school_id = h.school_id)";

    private static final List<RecordClass> ALL = List.of(
            kept(
                    ReportedDays.USUAL,
                    ATTENDANCE,
                    "marks, submitted attendance, known absences, and what follows of each student's school year",
                    Rows.of("mark")
                            .agedByDay("t.school_day")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("submission").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("unmapped_day_learned").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("tally_erased").agedByDay("t.day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("school_year_learned").agedByDay("t.year_ends").ofSchool(OF_THE_SCHOOL),
                    Rows.of("known_absence")
                            .agedByDay("t.to_day")
                            .ofStudent("t.student_id")
                            .ofSchool("CASE WHEN t.school_id IS NULL THEN %s ELSE %s END"
                                    .formatted(AT_ANY_OF_THE_STUDENTS_SCHOOLS, OF_THE_SCHOOL)),
                    Rows.of("student_year")
                            .agedByDay("t.year_ends")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("student_year_before")
                            .agedByDay("t.year_ends")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("standing")
                            .agedByDay("t.as_of")
                            .ofStudent("t.student_id")
                            .ofSchool(AT_ANY_OF_THE_STUDENTS_SCHOOLS)),
            kept(
                    FOLLOWING_SCHOOL_YEAR,
                    OUTREACH,
                    "calls and call tasks, coded, whereabouts of students who were looked for, and each day's sums",
                    Rows.of("call")
                            .agedByDay("t.school_day")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("call_task")
                            .agedByDay("t.school_day")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("whereabouts")
                            .agedByDay("t.school_day")
                            .ofStudent("t.student_id")
                            .ofSchool(OF_THE_SCHOOL),
                    Rows.of("outreach_day").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("reason_day").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("draw_day").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("outreach_erased").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("outreach_day_learned").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("reason_day_learned").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("draw_day_learned").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL),
                    Rows.of("call_error_learned").agedByDay("t.school_day").ofSchool(OF_THE_SCHOOL)),
            lasting(
                    "roster",
                    "when students were enrolled where, out of every version of their rosters",
                    Rows.of("enrolment").ofStudent("t.student_id").ofSchool(OF_THE_SCHOOL),
                    Rows.of("roster_version").ofStudent("t.student_id").ofSchool(AT_ANY_OF_THE_STUDENTS_SCHOOLS)));

    @Override
    public List<RecordClass> all() {
        return ALL;
    }
}
