package org.secondperiod.entry.records;

import static org.secondperiod.kit.records.RecordClass.kept;
import static org.secondperiod.kit.records.RecordClass.lasting;

import jakarta.inject.Singleton;
import java.util.List;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.Rows;

/** What this service holds of students. Scans are not here once they are known to be somebody's: they go to their topic. */
@Singleton
public class EntryRecords implements RecordClasses {

    private static final String AT_A_SCHOOL_OF_THE_BUILDING = """
            EXISTS (SELECT FROM reader r JOIN school_building b ON b.building_id = r.building_id
                WHERE r.reader_id = t.reader_id AND b.school_id = h.school_id)""";

    private static final List<RecordClass> ALL = List.of(
            kept(
                    "30",
                    "expired-scans",
                    "scans whose badge or reader did not become known in time, since they expired",
                    Rows.of("expired_scan")
                            .agedByMoment("t.expired_at")
                            .ofStudent("t.student_id")
                            .ofSchool(AT_A_SCHOOL_OF_THE_BUILDING)),
            lasting(
                    "waiting-scans",
                    "scans whose badge or reader is not known yet; after 30 days they expire",
                    Rows.of("waiting_scan").ofStudent("t.student_id").ofSchool(AT_A_SCHOOL_OF_THE_BUILDING)),
            lasting(
                    "badges",
                    "whose badge it was when, as the roster or somebody said",
                    Rows.of("badge_claim").ofStudent("t.student_id"),
                    Rows.of("badge_roster_claim").ofStudent("t.student_id"),
                    Rows.of("badge_roster").ofStudent("t.student_id")));

    @Override
    public List<RecordClass> all() {
        return ALL;
    }
}
