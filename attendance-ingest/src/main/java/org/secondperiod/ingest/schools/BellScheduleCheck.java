package org.secondperiod.ingest.schools;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.Fields;

/** What a bell schedule must be: periods in order, none over another, each with a name of its own. */
final class BellScheduleCheck {

    private static final int MOST_PERIODS = 40;

    private BellScheduleCheck() {}

    static Fields check(BellSchedule bells, School school) {
        var fields = new Fields();
        fields.id("dayType", bells.dayType());
        fields.day("effectiveFrom", bells.effectiveFrom());
        fields.between("periods", bells.periods().size(), 1, MOST_PERIODS);
        var names = new HashSet<String>();
        Period before = null;
        for (int i = 0; i < bells.periods().size(); i++) {
            var period = bells.periods().get(i);
            check(fields, "periods[" + i + "].", period, before, names);
            before = period;
        }
        if (bells.dayType().equals(BellSchedule.REGULAR) && !bells.has(school.triggerPeriod())) {
            fields.refuse(
                    "periods",
                    "must hold the school's trigger period, \"%s\": its end is when outreach begins"
                            .formatted(school.triggerPeriod()));
        }
        return fields;
    }

    private static void check(Fields fields, String at, Period period, @Nullable Period before, Set<String> names) {
        fields.name(at + "period", period.name());
        if (!names.add(period.name())) {
            fields.refuse(at + "period", "stands in the list already");
        }
        if (!fields.given(at + "start", period.start()) | !fields.given(at + "end", period.end())) {
            return;
        }
        if (!period.end().isAfter(period.start())) {
            fields.refuse(at + "end", "must be after its start");
        }
        if (before != null && before.end() != null && period.start().isBefore(before.end())) {
            fields.refuse(at + "start", "must not be before the end of the period above it");
        }
    }
}
