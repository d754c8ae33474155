package org.secondperiod.reporting.years;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.roster.db.SchoolYearStore;

/** Reads schools in a year, as of now. */
@ApplicationScoped
public class SchoolsService {

    private final SchoolStore schools;
    private final SchoolYearStore years;
    private final Policy policy;

    SchoolsService(SchoolStore schools, SchoolYearStore years, PolicyService policy) {
        this.schools = schools;
        this.years = years;
        this.policy = policy.policy();
    }

    /** Each of these schools; one of which nothing is known has no days. */
    Map<String, SchoolInYear> in(Handle tx, SchoolYear year, Collection<String> ids, Instant now) {
        Map<String, SchoolTold> known = schools.load(tx, ids);
        Map<String, SchoolDays> days = days(tx, year, ids, known, now);
        Map<String, SchoolInYear> found = new HashMap<>();
        for (String id : ids) {
            SchoolTold school = known.get(id);
            found.put(
                    id,
                    school == null
                            ? SchoolInYear.unknown(year, policy.ruleOf(id))
                            : new SchoolInYear(
                                    year,
                                    days.getOrDefault(id, SchoolDays.NONE),
                                    school.triggerPeriod(),
                                    policy.ruleOf(id)));
        }
        return found;
    }

    /** The dates of each of these schools that has any in the year. */
    public Map<String, SchoolDays> days(Handle tx, SchoolYear year, Collection<String> ids, Instant now) {
        return days(tx, year, ids, schools.load(tx, ids), now);
    }

    /** The same as they were known at the end of this date; no later date counts. */
    public Map<String, SchoolDays> days(
            Handle tx, SchoolYear year, Collection<String> ids, Instant now, LocalDate knownOn) {
        Map<String, SchoolTold> known = schools.load(tx, ids);
        int last = Math.clamp(year.index(knownOn), -1, year.dates());
        return years.known(tx, keys(year, ids), knownOn).stream()
                .collect(toMap(
                        then -> then.key().schoolId(),
                        then -> new SchoolDays(
                                then.calendar(),
                                then.submitted(),
                                Math.min(
                                        last,
                                        today(year, zone(known.get(then.key().schoolId())), now)))));
    }

    private static List<SchoolYearStore.Key> keys(SchoolYear year, Collection<String> ids) {
        return ids.stream()
                .map(id -> new SchoolYearStore.Key(id, year.begins()))
                .toList();
    }

    private Map<String, SchoolDays> days(
            Handle tx, SchoolYear year, Collection<String> ids, Map<String, SchoolTold> known, Instant now) {
        return years.load(tx, keys(year, ids)).stream()
                .collect(toMap(
                        row -> row.key().schoolId(),
                        row -> new SchoolDays(
                                row.calendar(),
                                row.submitted(),
                                today(year, zone(known.get(row.key().schoolId())), now))));
    }

    private ZoneId zone(@Nullable SchoolTold school) {
        return school == null ? policy.zone() : school.zone();
    }

    private static int today(SchoolYear year, ZoneId zone, Instant now) {
        return Math.clamp(year.index(LocalDate.ofInstant(now, zone)), -1, year.dates());
    }
}
