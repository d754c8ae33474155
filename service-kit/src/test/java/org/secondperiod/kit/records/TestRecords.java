package org.secondperiod.kit.records;

import jakarta.inject.Singleton;
import java.util.List;

/** What the test service holds. */
@Singleton
public class TestRecords implements RecordClasses {

    static final RecordClass DOORS = RecordClass.kept(
            "30",
            "doors",
            "doors that were gone through",
            visits().array("facts", "doors"),
            Rows.of("errand")
                    .agedByMoment("t.at")
                    .ofStudent("t.student_id")
                    .sealed("note", "'errand|' || t.student_id"));

    static final RecordClass VISITS = RecordClass.kept(
            Keep.FOLLOWING_SCHOOL_YEAR, "visits", "visits and their steps", visits().with("visit_step", "visit_id"));

    static final RecordClass FILES = RecordClass.lasting(
            "files", "who has a file", Rows.of("file").ofStudent("t.student_id").ofSchool("t.school_id = h.school_id"));

    static final RecordClass REMARKS = RecordClass.ofTheirMakers(
            "30",
            "student_id = NULL",
            "remarks",
            "what somebody notes for themselves",
            Rows.of("remark").agedByMoment("t.at").ofStudent("t.student_id"));

    private static Rows visits() {
        return Rows.of("visit").agedByDay("t.day").ofStudent("t.student_id").ofSchool("t.school_id = h.school_id");
    }

    @Override
    public List<RecordClass> all() {
        return List.of(DOORS, VISITS, FILES, REMARKS);
    }
}
