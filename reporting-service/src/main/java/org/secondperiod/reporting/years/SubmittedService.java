package org.secondperiod.reporting.years;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.db.MarkStore;
import org.secondperiod.reporting.facts.db.SubmissionStore;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.roster.db.SchoolYearStore;
import org.secondperiod.reporting.roster.db.SchoolYearStore.Key;
import org.secondperiod.reporting.roster.db.SchoolYearStore.Row;
import org.secondperiod.reporting.years.db.RefreshStore;
import org.secondperiod.reporting.years.db.RefreshStore.Refresh;

/**
 * Which days schools have submitted. A day is submitted once the school, or a class of it, has submitted the day or its trigger
 * period; at a school that never says so, once there is any mark of the day.
 */
@ApplicationScoped
public class SubmittedService {

    private static final char SUBMITTED = 'S';

    private final SubmissionStore submissions;
    private final MarkStore marks;
    private final SchoolStore schools;
    private final SchoolYearStore years;
    private final RefreshStore refreshes;
    private final Policy policy;

    SubmittedService(
            SubmissionStore submissions,
            MarkStore marks,
            SchoolStore schools,
            SchoolYearStore years,
            RefreshStore refreshes,
            PolicyService policy) {
        this.submissions = submissions;
        this.marks = marks;
        this.schools = schools;
        this.years = years;
        this.refreshes = refreshes;
        this.policy = policy.policy();
    }

    /**
     * Looks at these dates again. Where that changes anything, all students of the school are to be counted again.
     *
     * @param signalled dates of which a signal was told
     * @param marked dates of which marks were told, which say something only where no signal is sent
     */
    public void look(Handle tx, Collection<SchoolDate> signalled, Collection<SchoolDate> marked, Instant now) {
        Map<String, SchoolTold> named = schools.load(tx, ids(marked));
        Set<SchoolDate> dates = new HashSet<>(signalled);
        marked.stream().filter(date -> goesByMarks(named.get(date.schoolId()))).forEach(dates::add);
        if (dates.isEmpty()) {
            return;
        }
        Map<String, SchoolTold> known = schools.hold(tx, ids(dates));
        List<Row> rows = years.take(tx, dates.stream().map(this::key).collect(toSet()));
        Set<SchoolDate> submitted = new HashSet<>(submissions.submitted(tx, dates));
        submitted.addAll(marks.marked(
                tx,
                dates.stream()
                        .filter(date -> goesByMarks(known.get(date.schoolId())))
                        .toList()));
        Map<Key, List<SchoolDate>> byYear = dates.stream().collect(groupingBy(this::key));
        List<Row> changed = rows.stream()
                .map(row -> settle(
                        row,
                        byYear.get(row.key()),
                        submitted,
                        zone(known.get(row.key().schoolId())),
                        now))
                .filter(row -> !rows.contains(row))
                .toList();
        save(tx, changed, now);
        refreshes.add(
                tx,
                changed.stream()
                        .map(row -> Refresh.of(row.key().schoolId(), row.key().year(), false))
                        .toList());
    }

    /** Days that were submitted before they came, and have come. */
    public void turn(Handle tx, Instant now) {
        LocalDate anywhere = LocalDate.ofInstant(now, policy.zone()).plusDays(1);
        List<Row> waiting = years.waiting(tx, anywhere);
        if (waiting.isEmpty()) {
            return;
        }
        List<Key> keys = waiting.stream().map(Row::key).toList();
        Map<String, SchoolTold> known =
                schools.hold(tx, keys.stream().map(Key::schoolId).toList());
        List<Row> turned = years.take(tx, keys).stream()
                .filter(row -> hasCome(row, zone(known.get(row.key().schoolId())), now))
                .map(row -> settle(
                        row, List.of(), Set.of(), zone(known.get(row.key().schoolId())), now))
                .toList();
        save(tx, turned, now);
        refreshes.add(
                tx,
                turned.stream()
                        .map(row -> Refresh.of(row.key().schoolId(), row.key().year(), false))
                        .toList());
    }

    private void save(Handle tx, List<Row> rows, Instant now) {
        years.save(tx, rows);
        years.learn(
                tx,
                rows,
                LocalDate.ofInstant(now, policy.zone()),
                year -> policy.yearBeginning(year).last());
    }

    private Row settle(Row row, List<SchoolDate> dates, Set<SchoolDate> submitted, ZoneId zone, Instant now) {
        SchoolYear year = policy.yearBeginning(row.key().year());
        String strip = row.submitted();
        for (SchoolDate date : dates) {
            strip = Strip.with(strip, year.index(date.day()), submitted.contains(date) ? SUBMITTED : Strip.NOTHING);
        }
        return row.withSubmitted(strip, waits(strip, year, LocalDate.ofInstant(now, zone)));
    }

    private static @Nullable LocalDate waits(String strip, SchoolYear year, LocalDate today) {
        int first = Math.max(0, year.index(today) + 1);
        int next = first < strip.length() ? strip.indexOf(SUBMITTED, first) : -1;
        return next < 0 ? null : year.date(next);
    }

    private static boolean hasCome(Row row, ZoneId zone, Instant now) {
        LocalDate waits = row.waitsUntil();
        return waits != null && !waits.isAfter(LocalDate.ofInstant(now, zone));
    }

    private static boolean goesByMarks(@Nullable SchoolTold school) {
        return school != null && !school.sendsTaken();
    }

    private static Set<String> ids(Collection<SchoolDate> dates) {
        return dates.stream().map(SchoolDate::schoolId).collect(toSet());
    }

    private ZoneId zone(@Nullable SchoolTold school) {
        return school == null ? policy.zone() : school.zone();
    }

    private Key key(SchoolDate date) {
        return new Key(date.schoolId(), policy.yearOf(date.day()).begins());
    }
}
