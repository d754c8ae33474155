package org.secondperiod.ingest.absencelists;

import java.util.List;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * Who is marked absent, late or present at a school, as a person tells it.
 *
 * @param completeIn the periods in which the list holds everybody who is absent: attendance was taken in the whole school
 */
public record AbsenceList(SchoolId school, SchoolDay day, List<String> completeIn, List<Row> rows) {

    /** One student in one period. */
    public record Row(String studentId, String period, String code) {

        Place place() {
            return new Place(studentId, period);
        }
    }

    /** What a row is about. */
    public record Place(String studentId, String period) {}
}
