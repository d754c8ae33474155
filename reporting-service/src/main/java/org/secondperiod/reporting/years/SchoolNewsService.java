package org.secondperiod.reporting.years;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.db.SubmissionStore;
import org.secondperiod.reporting.roster.CalendarStrip;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolHoursStore;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.roster.db.SchoolYearStore;
import org.secondperiod.reporting.roster.db.SchoolYearStore.Key;
import org.secondperiod.reporting.roster.db.SchoolYearStore.Row;
import org.secondperiod.reporting.years.db.RefreshStore;
import org.secondperiod.reporting.years.db.RefreshStore.Refresh;

/**
 * Takes in schools and their calendars. Of each school year the calendar of the latest version that names a day of school in it
 * holds, so that a calendar for the next year leaves the past one as it was, also where it begins with the summer.
 */
@ApplicationScoped
public class SchoolNewsService {

    private final SchoolStore schools;
    private final SchoolYearStore years;
    private final SchoolHoursStore hours;
    private final SubmissionStore submissions;
    private final SubmittedService submitted;
    private final RefreshStore refreshes;
    private final Policy policy;

    SchoolNewsService(
            SchoolStore schools,
            SchoolYearStore years,
            SchoolHoursStore hours,
            SubmissionStore submissions,
            SubmittedService submitted,
            RefreshStore refreshes,
            PolicyService policy) {
        this.schools = schools;
        this.years = years;
        this.hours = hours;
        this.submissions = submissions;
        this.submitted = submitted;
        this.refreshes = refreshes;
        this.policy = policy.policy();
    }

    /** Takes in versions of schools; an older one than is known changes only years that no later one names. */
    public void take(Handle tx, Collection<SchoolTold> told, Instant now) {
        if (told.isEmpty()) {
            return;
        }
        Map<String, SchoolTold> before =
                schools.load(tx, told.stream().map(SchoolTold::schoolId).toList());
        schools.put(tx, told);
        for (SchoolTold school : told) {
            calendars(tx, school, now);
            SchoolTold was = before.get(school.schoolId());
            if (isNews(was, school)) {
                hours.replace(tx, school);
            }
            if (isNews(was, school) && (was == null || !was.readsAlike(school))) {
                readAnew(tx, school, now);
            }
        }
    }

    private static boolean isNews(@Nullable SchoolTold was, SchoolTold school) {
        return was == null || school.version() > was.version();
    }

    private void calendars(Handle tx, SchoolTold school, Instant now) {
        Set<SchoolYear> named = school.periods().entrySet().stream()
                .filter(day -> day.getValue() != SchoolTold.NO_SCHOOL)
                .map(day -> policy.yearOf(day.getKey()))
                .collect(toSet());
        List<Row> rows = years.take(
                tx,
                named.stream()
                        .map(year -> new Key(school.schoolId(), year.begins()))
                        .toList());
        List<Row> saved = new ArrayList<>();
        for (Row row : rows) {
            if (school.version() > row.calendarVersion()) {
                SchoolYear year = policy.yearBeginning(row.key().year());
                String strip = CalendarStrip.of(year, school.periods());
                saved.add(row.withCalendar(school.version(), strip));
                if (!strip.equals(row.calendar())) {
                    refreshes.add(tx, List.of(Refresh.of(school.schoolId(), year.begins(), true)));
                }
            }
        }
        years.save(tx, saved);
        years.learn(
                tx,
                saved,
                LocalDate.ofInstant(now, policy.zone()),
                year -> policy.yearBeginning(year).last());
    }

    /** What was told of the school before may mean something else now. */
    private void readAnew(Handle tx, SchoolTold school, Instant now) {
        submitted.look(tx, submissions.told(tx, school.schoolId()), List.of(), now);
        refreshes.add(
                tx,
                years.ofSchool(tx, school.schoolId()).stream()
                        .map(row -> Refresh.of(school.schoolId(), row.key().year(), true))
                        .toList());
    }
}
