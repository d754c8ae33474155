package org.secondperiod.ingest.schools;

import java.util.HashSet;
import org.secondperiod.ingest.input.Fields;

/** What a school's settings must be. */
final class SchoolCheck {

    private static final int MOST_BUILDINGS = 50;
    private static final int LONGEST_NAME = 200;

    private SchoolCheck() {}

    static Fields check(School school) {
        var fields = new Fields();
        fields.text("name", school.name(), LONGEST_NAME);
        fields.between("buildings", school.buildings().size(), 0, MOST_BUILDINGS);
        var seen = new HashSet<String>();
        for (int i = 0; i < school.buildings().size(); i++) {
            fields.id("buildings[" + i + "]", school.buildings().get(i));
            if (!seen.add(school.buildings().get(i))) {
                fields.refuse("buildings[" + i + "]", "stands in the list already");
            }
        }
        fields.name("triggerPeriod", school.triggerPeriod());
        fields.between("graceMinutes", school.graceMinutes(), 0, 60);
        fields.between("lateLimitMinutes", school.lateLimitMinutes(), 0, 240);
        fields.between("massAbsencePercent", school.massAbsencePercent(), 1, 100);
        fields.between("holdMinutes", school.holdMinutes(), 1, 240);
        fields.optionalId("principal", school.principal());
        return fields;
    }
}
