package org.secondperiod.reporting.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.QualityReport.ClassesOn;
import org.secondperiod.reporting.quality.QualityReport.HeldOn;
import org.secondperiod.reporting.quality.QualityReport.Line;
import org.secondperiod.reporting.quality.db.QualityStore;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;

/** Answers what is missing. */
@ApplicationScoped
public class QualityService {

    /** Dates in which there are the days that say what is usual: 20 days of school, and a long holiday. */
    private static final int USUAL_SINCE = 60;

    private final QualityStore store;
    private final SchoolStore schools;
    private final SchoolsService days;
    private final Policy policy;

    QualityService(QualityStore store, SchoolStore schools, SchoolsService days, PolicyService policy) {
        this.store = store;
        this.schools = schools;
        this.days = days;
        this.policy = policy.policy();
    }

    /** In these days, as what was known when tells it, without the day on which it is known: it is not over. */
    public QualityReport report(Handle tx, Days asked, Instant now) {
        List<String> ids = store.schools(tx, asked.schools());
        Days in = new Days(Schools.of(ids), asked.from(), asked.to(), asked.knownOn());
        Map<String, SchoolTold> known = schools.load(tx, ids);
        Map<String, Long> unmapped = store.unmapped(tx, in);
        Map<String, List<HeldOn>> doors = store.heldForDoor(tx, in);
        Map<String, List<HeldOn>> classes = store.heldForClass(tx, in);
        Map<String, SortedMap<LocalDate, Boolean>> submitted = submitted(tx, ids, in, now);
        Map<String, List<FewerOn>> fewer = in.knownOn() == null ? fewerClasses(tx, in, submitted) : Map.of();
        Map<String, Map<LocalDate, List<String>>> missingClasses = store.missing(tx, fewer);
        List<Line> lines = new ArrayList<>();
        for (String id : ids) {
            SortedMap<LocalDate, Boolean> ofSchool = submitted.getOrDefault(id, new TreeMap<>());
            Map<LocalDate, List<String>> missing = missingClasses.getOrDefault(id, Map.of());
            SchoolTold school = known.get(id);
            lines.add(new Line(
                    id,
                    school == null ? null : school.name(),
                    ofSchool.size(),
                    ofSchool.entrySet().stream()
                            .filter(day -> !day.getValue())
                            .map(Map.Entry::getKey)
                            .toList(),
                    unmapped.getOrDefault(id, 0L),
                    doors.getOrDefault(id, List.of()),
                    classes.getOrDefault(id, List.of()),
                    in.knownOn() == null
                            ? fewer.getOrDefault(id, List.of()).stream()
                                    .map(on -> new ClassesOn(
                                            on.day(),
                                            on.classes(),
                                            on.usual(),
                                            missing.getOrDefault(on.day(), List.of())))
                                    .toList()
                            : null));
        }
        return new QualityReport(in.from(), in.to(), in.knownOn(), lines);
    }

    /** By school, of the days asked for that are over; schools without such a day are not in it. */
    private Map<String, List<FewerOn>> fewerClasses(
            Handle tx, Days in, Map<String, SortedMap<LocalDate, Boolean>> over) {
        Map<String, List<FewerOn>> found = new TreeMap<>();
        store.classes(tx, in, in.from().minusDays(USUAL_SINCE)).forEach((id, submittedBy) -> {
            SortedMap<LocalDate, Boolean> ofSchool = over.getOrDefault(id, new TreeMap<>());
            List<FewerOn> days = UsualClasses.fewer(submittedBy).stream()
                    .filter(on -> ofSchool.containsKey(on.day()))
                    .toList();
            if (!days.isEmpty()) {
                found.put(id, days);
            }
        });
        return found;
    }

    /** How many days of school that are over the schools have not submitted, together, as what was known when tells it. */
    public long notSubmitted(Handle tx, Days asked, Instant now) {
        List<String> ids = store.schools(tx, asked.schools());
        long found = 0;
        for (SchoolYear year : years(asked)) {
            for (SchoolDays dates : days(tx, year, ids, asked.knownOn(), now).values()) {
                found += dates.notSubmitted(year.index(asked.from()), year.index(asked.to()));
            }
        }
        return found;
    }

    /** How many marks have a code that means nothing yet, of all the schools together. */
    public long unmapped(Handle tx, Days asked) {
        return store.unmapped(tx, asked).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** By school, the days of school that are over, and whether each was submitted. */
    private Map<String, SortedMap<LocalDate, Boolean>> submitted(Handle tx, List<String> ids, Days in, Instant now) {
        Map<String, SortedMap<LocalDate, Boolean>> found = new TreeMap<>();
        for (SchoolYear year : years(in)) {
            days(tx, year, ids, in.knownOn(), now)
                    .forEach((id, dates) -> found.computeIfAbsent(id, key -> new TreeMap<>())
                            .putAll(over(year, dates, in.from(), in.to())));
        }
        return found;
    }

    private Map<String, SchoolDays> days(
            Handle tx, SchoolYear year, List<String> ids, @Nullable LocalDate knownOn, Instant now) {
        return knownOn == null ? days.days(tx, year, ids, now) : days.days(tx, year, ids, now, knownOn);
    }

    private List<SchoolYear> years(Days in) {
        List<SchoolYear> years = new ArrayList<>();
        for (SchoolYear year = policy.yearOf(in.from());
                !year.first().isAfter(in.to());
                year = policy.yearOf(year.last().plusDays(1))) {
            years.add(year);
        }
        return years;
    }

    private static SortedMap<LocalDate, Boolean> over(SchoolYear year, SchoolDays dates, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Boolean> over = new TreeMap<>();
        for (int index = 0; index < Math.min(dates.today(), year.dates()); index++) {
            LocalDate date = year.date(index);
            if (dates.isInstructional(index) && !date.isBefore(from) && !date.isAfter(to)) {
                over.put(date, dates.counts(index));
            }
        }
        return over;
    }
}
