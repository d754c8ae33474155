package org.secondperiod.outreach.schooldays;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.schooldays.db.DayOpeningStore;
import org.secondperiod.outreach.schooldays.db.PictureStore;
import org.secondperiod.outreach.schooldays.db.SchoolDayStore;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.whereabouts.SchoolPicture;

/**
 * Opens each school's day, from its local midnight on or whenever it is first seen: every enrolled student waits for the
 * cut-off, so that nobody is forgotten of whom nothing is told. Closes it after its last period, and keeps the share of
 * absent students for the mornings to come. Any replica may do it, twice changes nothing.
 */
@ApplicationScoped
public class DaySweep {

    private static final int SHARE_DIGITS = 5;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SchoolLocks locks;
    private final SchoolStore schools;
    private final SchoolDayStore days;
    private final DayOpeningStore openings;
    private final PictureStore pictures;

    DaySweep(
            Jdbi jdbi,
            Clock clock,
            SchoolLocks locks,
            SchoolStore schools,
            SchoolDayStore days,
            DayOpeningStore openings,
            PictureStore pictures) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.locks = locks;
        this.schools = schools;
        this.days = days;
        this.openings = openings;
        this.pictures = pictures;
    }

    /** Opens what is to be opened, closes what is to be closed. */
    public void run() {
        AsSystem.run(() -> {
            Instant now = Times.now(clock);
            for (SchoolOnDay day : jdbi.inTransaction(tx -> toOpen(tx, now))) {
                jdbi.useTransaction(tx -> open(tx, day, now));
            }
            jdbi.useTransaction(tx -> days.ended(tx, now).forEach(day -> close(tx, day, now)));
        });
    }

    private List<SchoolOnDay> toOpen(Handle handle, Instant now) {
        List<SchoolOnDay> today = schools.all(handle).values().stream()
                .map(SchoolVersion::settings)
                .map(school ->
                        new SchoolOnDay(school.schoolId(), SchoolDay.of(LocalDate.ofInstant(now, school.zone()))))
                .toList();
        Set<SchoolOnDay> opened = days.opened(handle, today);
        Map<SchoolId, SchoolVersion> settings =
                schools.load(handle, today.stream().map(SchoolOnDay::school).toList());
        return today.stream()
                .filter(day -> !opened.contains(day))
                .filter(day -> DayPlan.of(settings.get(day.school()).settings(), day.day()) instanceof DayPlan.Open)
                .sorted()
                .toList();
    }

    private void open(Handle tx, SchoolOnDay day, Instant now) {
        locks.take(tx, Set.of(), Set.of(day.school()));
        SchoolVersion school = schools.load(tx, Set.of(day.school())).get(day.school());
        if (school == null || !days.opened(tx, Set.of(day)).isEmpty()) {
            return;
        }
        if (DayPlan.of(school.settings(), day.day()) instanceof DayPlan.Open open) {
            openings.insert(
                    tx,
                    day,
                    cutOffs(school.settings(), day, openings.firstPeriods(tx, day)),
                    open.policy().sendsAttendanceTaken(),
                    now);
            days.open(tx, day, open.endOfDay(), now);
        }
    }

    /** The cut-off of the students of each first period; of those without one under the empty name. */
    private static Map<String, Instant> cutOffs(
            SchoolSettings school, SchoolOnDay day, Collection<String> firstPeriods) {
        Map<String, Instant> cutOffs = new HashMap<>();
        for (String firstPeriod : firstPeriods) {
            @Nullable String own = firstPeriod.isEmpty() ? null : firstPeriod;
            if (DayPlan.of(school, day.day(), own) instanceof DayPlan.Open open) {
                cutOffs.put(firstPeriod, open.cutOff());
            }
        }
        return cutOffs;
    }

    private void close(Handle tx, SchoolOnDay day, Instant now) {
        SchoolVersion school = schools.load(tx, Set.of(day.school())).get(day.school());
        if (school == null || !(DayPlan.of(school.settings(), day.day()) instanceof DayPlan.Open open)) {
            days.close(tx, day, null, now);
        } else if (now.isBefore(open.endOfDay())) {
            days.open(tx, day, open.endOfDay(), now);
        } else {
            days.close(tx, day, share(pictures.pictures(tx, Set.of(day)).get(day)), now);
        }
    }

    private static @Nullable BigDecimal share(SchoolPicture picture) {
        int expected = picture.enrolled() - picture.knownAbsent();
        return expected <= 0
                ? null
                : BigDecimal.valueOf(picture.markedAbsentUnexplained())
                        .divide(BigDecimal.valueOf(expected), SHARE_DIGITS, RoundingMode.HALF_UP);
    }
}
