package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Evidence.UnusedScan;

/**
 * What the doors tell of a student, as of {@code now}.
 *
 * @param here usable scans at the school's buildings, up to {@code now}, in the order of history
 * @param elsewhere usable scans at other buildings of the district, up to {@code now}
 * @param unused scans that are no evidence
 * @param nextAfterNow the first usable scan later than {@code now}, by a reader whose clock runs ahead
 */
record Presence(
        List<ScanFact> here,
        List<ScanFact> elsewhere,
        List<UnusedScan> unused,
        @Nullable Instant nextAfterNow) {

    static Presence of(StudentDayFacts facts, DayPlan.Open plan, Instant now) {
        List<ScanFact> here = new ArrayList<>();
        List<ScanFact> elsewhere = new ArrayList<>();
        List<UnusedScan> unused = new ArrayList<>();
        Instant nextAfterNow = null;
        for (ScanFact scan : facts.scans()) {
            Optional<ScanFact.Unusable> unusable = scan.unusableFor(plan.day(), plan.zone());
            unusable.ifPresent(why -> unused.add(new UnusedScan(scan, why)));
            if (unusable.isPresent() || isGoingHome(scan, plan)) {
                continue;
            }
            if (scan.at().isAfter(now)) {
                nextAfterNow = nextAfterNow == null ? scan.at() : nextAfterNow;
            } else if (plan.buildings().contains(scan.building())) {
                here.add(scan);
            } else {
                elsewhere.add(scan);
            }
        }
        return new Presence(List.copyOf(here), List.copyOf(elsewhere), List.copyOf(unused), nextAfterNow);
    }

    /** An {@code out} at or after the end of the school day means nothing. */
    private static boolean isGoingHome(ScanFact scan, DayPlan.Open plan) {
        return scan.direction() == Direction.OUT && !scan.at().isBefore(plan.endOfDay());
    }

    /**
     * Whether the latest usable scan at or before {@code time} proves presence. Asked about a time that has not come yet,
     * it answers for now.
     */
    boolean insideAt(Instant time) {
        return latestAt(time).filter(scan -> scan.direction().provesPresence()).isPresent();
    }

    boolean insideNow() {
        return latest().filter(scan -> scan.direction().provesPresence()).isPresent();
    }

    Optional<ScanFact> latest() {
        return here.isEmpty() ? Optional.empty() : Optional.of(here.getLast());
    }

    /** The scan by which the student came in: the first one since the last {@code out}. */
    ScanFact entry() {
        ScanFact entry = here.getLast();
        for (ScanFact scan : here.reversed()) {
            if (!scan.direction().provesPresence()) {
                break;
            }
            entry = scan;
        }
        return entry;
    }

    /** When the student was last seen going out. */
    Optional<Instant> lastOut() {
        return last(here, Direction.OUT::equals).map(ScanFact::at);
    }

    /** The latest scan that proves presence in another building. */
    Optional<ScanFact> seenElsewhere() {
        return last(elsewhere, Direction::provesPresence);
    }

    private Optional<ScanFact> latestAt(Instant time) {
        return here.reversed().stream().filter(scan -> !scan.at().isAfter(time)).findFirst();
    }

    private static Optional<ScanFact> last(List<ScanFact> scans, Predicate<Direction> direction) {
        return scans.reversed().stream()
                .filter(scan -> direction.test(scan.direction()))
                .findFirst();
    }
}
