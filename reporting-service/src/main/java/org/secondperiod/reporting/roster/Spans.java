package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;

/**
 * When a student was enrolled where, out of every version of the student's roster, in whatever order they came. Who leaves drops
 * out of the next version; what counted until then still counts. A first or last day that is told anew is a correction, and leaves
 * nothing of what was told before.
 */
public final class Spans {

    private static final Comparator<Enrolment> ORDER = Comparator.comparing(Enrolment::schoolId)
            .thenComparing(each -> each.enrolled().span().entry());

    private final List<RosterVersion> versions;
    private final ZoneId zone;
    private final MonthDay yearEnds;

    private Spans(List<RosterVersion> versions, ZoneId zone, MonthDay yearEnds) {
        this.versions = versions;
        this.zone = zone;
        this.yearEnds = yearEnds;
    }

    /**
     * The enrolments, each as its latest version has it. One that a later version no longer has ended on the day before that was
     * recorded, or before the first day of what came in its place, whichever is earlier. There was none where what came in its place is
     * the same stay with another first day: at the same school, in the same school year, and on a day on which the student was still
     * said to be enrolled. Nor was there one without a first day, where a later version tells of a stay at the school with both days,
     * in the same school year and over by then.
     *
     * @param zone in which a version's moment has a date
     * @param yearEnds the last day of each school year
     */
    public static List<Enrolment> of(List<RosterVersion> told, ZoneId zone, MonthDay yearEnds) {
        List<RosterVersion> versions = told.stream()
                .sorted(Comparator.comparingLong(RosterVersion::version))
                .toList();
        return new Spans(versions, zone, yearEnds).enrolments();
    }

    private List<Enrolment> enrolments() {
        List<Enrolled> spans = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            for (Enrolled one : versions.get(i).enrolments()) {
                if (spans.stream().noneMatch(one::isSameAs)) {
                    spans.add(i == versions.size() - 1 ? one : ended(one, i));
                }
            }
        }
        return spans.stream()
                .filter(one -> one.span().isAny())
                .map(one -> new Enrolment(one, places(one)))
                .sorted(ORDER)
                .toList();
    }

    private List<PlaceTold> places(Enrolled one) {
        List<PlaceTold> places = new ArrayList<>();
        for (RosterVersion version : versions) {
            version.enrolments().stream().filter(one::isSameAs).findFirst().ifPresent(told -> {
                PlaceTold place = PlaceTold.of(recorded(version), told, version.groups());
                if (places.isEmpty() || !place.isLike(places.getLast())) {
                    places.add(place);
                }
            });
        }
        return places;
    }

    /** @param last the last version that has it, and not the last of all */
    private Enrolled ended(Enrolled one, int last) {
        RosterVersion had = versions.get(last);
        RosterVersion dropped = versions.get(last + 1);
        LocalDate exit = earlier(one.span().exit(), recorded(dropped).minusDays(1));
        for (Enrolled other : dropped.enrolments()) {
            if (had.enrolments().stream().noneMatch(other::isSameAs)) {
                if (isOfTheSameYear(one, other) && one.span().holds(other.span().entry())) {
                    return never(one);
                }
                exit = earlier(exit, other.span().entry().minusDays(1));
            }
        }
        Enrolled ended = one.until(exit);
        return isToldWithItsDays(ended, last) ? never(one) : ended;
    }

    /** Whether a later version tells when a student was there of whom it had not been told since when. */
    private boolean isToldWithItsDays(Enrolled one, int last) {
        return one.span().entry().equals(Span.ALWAYS)
                && versions.subList(last + 1, versions.size()).stream()
                        .flatMap(version -> version.enrolments().stream())
                        .anyMatch(other -> isOfTheSameYear(one, other)
                                && !other.span().exit().isAfter(one.span().exit()));
    }

    /** Whether the other one has any day, and both are at the same school and begin in the same school year. */
    private boolean isOfTheSameYear(Enrolled one, Enrolled other) {
        return other.span().isAny()
                && one.schoolId().equals(other.schoolId())
                && year(begins(one)).equals(year(begins(other)));
    }

    /** One without a first day begins at the earliest with the school year in which it was first told. */
    private LocalDate begins(Enrolled one) {
        return one.span().entry().equals(Span.ALWAYS)
                ? places(one).getFirst().since()
                : one.span().entry();
    }

    private SchoolYear year(LocalDate day) {
        return SchoolYear.of(day, yearEnds);
    }

    private LocalDate recorded(RosterVersion version) {
        return LocalDate.ofInstant(version.recordedAt(), zone);
    }

    private static Enrolled never(Enrolled one) {
        return one.until(one.span().entry().minusDays(1));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
