package org.secondperiod.outreach.standing;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.standing.db.StandingStore;

/** What is known of students' school year on a day. */
@ApplicationScoped
public class StandingService {

    private final StandingStore store;
    private final MonthDay yearEnds;

    StandingService(
            StandingStore store,
            @ConfigProperty(name = "secondperiod.retention.school-year-ends", defaultValue = "07-31") String yearEnds) {
        this.store = store;
        this.yearEnds = MonthDay.parse("--" + yearEnds);
    }

    /** The standings of these students that speak of the day's school year. */
    public Map<StudentId, Standing> on(Handle handle, LocalDate day, Collection<StudentId> students) {
        return store.load(handle, students).stream()
                .filter(standing -> standing.isOfTheYearOf(day, yearEnds))
                .collect(toMap(Standing::student, Function.identity()));
    }
}
