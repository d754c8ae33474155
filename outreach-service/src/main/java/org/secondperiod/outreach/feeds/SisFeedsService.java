package org.secondperiod.outreach.feeds;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.feeds.db.HeardStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.visibility.SchoolScope;

/** Whether schools' attendance arrives. */
@ApplicationScoped
public class SisFeedsService {

    private final SchoolStore schools;
    private final HeardStore store;

    SisFeedsService(SchoolStore schools, HeardStore store) {
        this.schools = schools;
        this.store = store;
    }

    /** What was told of the day by the SIS of each of these schools, by id. */
    public List<SisFeedView> of(Handle handle, SchoolScope scope, SchoolDay day, Instant now) {
        Map<String, Heard> heard = store.of(handle, scope, day);
        return schools.all(handle).values().stream()
                .map(SchoolVersion::settings)
                .filter(school -> scope.holds(school.schoolId()))
                .sorted(Comparator.comparing(SchoolSettings::schoolId))
                .map(school ->
                        view(school, day, heard.getOrDefault(school.schoolId().value(), Heard.NOTHING), now))
                .toList();
    }

    private static SisFeedView view(SchoolSettings school, SchoolDay day, Heard heard, Instant now) {
        DayPlan plan = DayPlan.of(school, day);
        DayPlan.@Nullable Open open = plan instanceof DayPlan.Open itIs ? itIs : null;
        return new SisFeedView(
                school.schoolId().value(),
                school.name(),
                day.date(),
                FeedState.of(plan, heard, now),
                open == null ? null : open.cutOff(),
                heard.marks(),
                heard.lastMarkAt(),
                open != null && open.policy().sendsAttendanceTaken(),
                heard.submitted(),
                heard.lastSubmittedAt());
    }
}
