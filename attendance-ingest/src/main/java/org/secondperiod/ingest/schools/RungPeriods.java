package org.secondperiod.ingest.schools;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.secondperiod.ingest.memory.Remembered;
import org.secondperiod.ingest.schools.db.BellScheduleStore;
import org.secondperiod.kit.ids.SchoolId;

/** Which periods ring at which schools, on whatever day, from memory; what another replica changed is seen within a second. */
@ApplicationScoped
public class RungPeriods {

    /** What stands for the whole day, and needs no bell. */
    private static final String WHOLE_DAY = "day";

    private final Remembered<Map<String, Set<String>>> periods;

    RungPeriods(BellScheduleStore bells) {
        this.periods = new Remembered<>(bells::revision, bells::periods);
    }

    /** Whether the school has bell schedules, and none of them has the period: a name that was misspelt, perhaps. */
    public boolean lacks(SchoolId school, String period) {
        Set<String> rung = periods.get().getOrDefault(school.value(), Set.of());
        return !rung.isEmpty() && !rung.contains(period) && !period.equals(WHOLE_DAY);
    }

    void refresh() {
        periods.refresh();
    }
}
