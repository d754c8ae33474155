package org.secondperiod.reporting.chronicabsence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.Cell.Whole;
import org.secondperiod.reporting.chronicabsence.db.ReleaseStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/**
 * Releases months for who may not read of students one by one. A month is counted when somebody first asks, with all months of the
 * school year before it, and then stays as it is: else whoever asks again learns of the one student who was corrected meanwhile.
 */
@ApplicationScoped
public class ReleaseService {

    /** For what is corrected in the first days after a month. */
    private static final int DAYS_AFTER = 7;

    private final ReleaseStore releases;
    private final SumStore sums;
    private final Clock clock;
    private final Policy policy;

    ReleaseService(ReleaseStore releases, SumStore sums, Clock clock, PolicyService policy) {
        this.releases = releases;
        this.sums = sums;
        this.clock = clock;
        this.policy = policy.policy();
    }

    /** The last month that can be released and ends by the date. */
    public Released asOf(Handle tx, LocalDate date) {
        LocalDate today = LocalDate.ofInstant(Times.now(clock), policy.zone());
        LocalDate last = date.isBefore(today.minusDays(DAYS_AFTER)) ? date : today.minusDays(DAYS_AFTER);
        SchoolYear year = policy.yearOf(last);
        List<LocalDate> ends = ends(year, last);
        if (ends.isEmpty()) {
            year = policy.yearOf(year.first().minusDays(1));
            ends = ends(year, last);
        }
        for (LocalDate end : ends) {
            release(tx, year, end);
        }
        return releases.load(tx, ends.getLast());
    }

    /** The last month that can be released and ends by the date, after all others of its school year. */
    public List<Released> until(Handle tx, LocalDate date) {
        LocalDate last = asOf(tx, date).asOf();
        return ends(policy.yearOf(last), last).stream()
                .map(end -> releases.load(tx, end))
                .toList();
    }

    /** The last days of the school year's months, and its own, up to this date. */
    private static List<LocalDate> ends(SchoolYear year, LocalDate last) {
        return year.monthEnds().stream().filter(end -> !end.isAfter(last)).toList();
    }

    private void release(Handle tx, SchoolYear year, LocalDate end) {
        if (releases.isReleased(tx, end)) {
            return;
        }
        if (releases.isCountedAnew(tx)) {
            throw Problems.unavailable(
                    "Students are being counted anew, and the numbers as of %s are not there yet. Send the same again."
                            .formatted(end));
        }
        SumStore.Cells cells = sums.cells(tx, year, end);
        if (!cells.ofSchools().isEmpty() && releases.begin(tx, end, Times.now(clock))) {
            Map<Cell.Of, Whole> before = releases.shownIn(tx, year.first(), end);
            releases.save(tx, end, SmallGroups.in(cells.ofSchools(), before), cells.district());
        }
    }
}
