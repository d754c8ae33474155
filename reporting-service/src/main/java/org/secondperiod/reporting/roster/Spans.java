package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a student was enrolled where, out of every version of the student's roster, in whatever order they came. Who leaves drops
 * out of the next version; what counted until then still counts.
 */
public final class Spans {

    private static final Comparator<Enrolment> ORDER = Comparator.comparing(Enrolment::schoolId)
            .thenComparing(each -> each.enrolled().span().entry());

    private Spans() {}

    /**
     * The enrolments, each as its latest version has it. One that a later version no longer has ended on the day before that was
     * recorded, or before the first day of what came in its place, whichever is earlier.
     *
     * @param zone in which a version's moment has a date
     */
    public static List<Enrolment> of(List<RosterVersion> told, ZoneId zone) {
        List<RosterVersion> versions = told.stream()
                .sorted(Comparator.comparingLong(RosterVersion::version))
                .toList();
        List<Enrolled> spans = new ArrayList<>();
        for (int i = versions.size() - 1; i >= 0; i--) {
            for (Enrolled one : versions.get(i).enrolments()) {
                if (spans.stream().noneMatch(one::isSameAs)) {
                    spans.add(i == versions.size() - 1 ? one : ended(one, versions.get(i), versions.get(i + 1), zone));
                }
            }
        }
        return spans.stream()
                .filter(one -> one.span().isAny())
                .map(one -> new Enrolment(one, places(one, versions, zone)))
                .sorted(ORDER)
                .toList();
    }

    private static List<PlaceTold> places(Enrolled one, List<RosterVersion> versions, ZoneId zone) {
        List<PlaceTold> places = new ArrayList<>();
        for (RosterVersion version : versions) {
            version.enrolments().stream().filter(one::isSameAs).findFirst().ifPresent(told -> {
                PlaceTold place = PlaceTold.of(LocalDate.ofInstant(version.recordedAt(), zone), told, version.groups());
                if (places.isEmpty() || !place.isLike(places.getLast())) {
                    places.add(place);
                }
            });
        }
        return places;
    }

    private static Enrolled ended(Enrolled one, RosterVersion had, RosterVersion dropped, ZoneId zone) {
        LocalDate exit = earlier(
                one.span().exit(),
                LocalDate.ofInstant(dropped.recordedAt(), zone).minusDays(1));
        for (Enrolled other : dropped.enrolments()) {
            if (had.enrolments().stream().noneMatch(other::isSameAs)) {
                exit = earlier(exit, other.span().entry().minusDays(1));
            }
        }
        return one.until(exit);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
