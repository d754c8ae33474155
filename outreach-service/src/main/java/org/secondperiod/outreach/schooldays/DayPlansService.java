package org.secondperiod.outreach.schooldays;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.schooldays.db.SchoolStore;

/** The plans of schools' days. */
@ApplicationScoped
public class DayPlansService {

    private final SchoolStore schools;

    DayPlansService(SchoolStore schools) {
        this.schools = schools;
    }

    /** The plans of these days; one of a school that is not set up is missing. */
    public Map<SchoolOnDay, DayPlan> of(Handle tx, Collection<SchoolOnDay> days) {
        Map<SchoolId, SchoolVersion> settings =
                schools.load(tx, days.stream().map(SchoolOnDay::school).collect(toSet()));
        Map<SchoolOnDay, DayPlan> plans = new HashMap<>();
        for (SchoolOnDay day : days) {
            SchoolVersion school = settings.get(day.school());
            if (school != null) {
                plans.put(day, DayPlan.of(school.settings(), day.day()));
            }
        }
        return plans;
    }
}
