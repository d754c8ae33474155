package org.secondperiod.reporting.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.secondperiod.reporting.arithmetic.Span;

/**
 * A student's enrolment at a school, from one day to another, with all that was told of the student's place there.
 *
 * @param enrolled as it was told last
 * @param places as they were told, the first version first; one that only repeats the one before is not there
 */
public record Enrolment(Enrolled enrolled, List<PlaceTold> places) {

    /** The enrolment in a school year, and the groups the student was in. */
    public record InYear(Enrolled enrolled, List<String> groups) {}

    public Enrolment {
        places = List.copyOf(places);
    }

    public String schoolId() {
        return enrolled.schoolId();
    }

    /** The same, as far as the place had been told by the end of this date; nothing where it had not been told of at all. */
    public Optional<Enrolment> toldBy(LocalDate date) {
        List<PlaceTold> told =
                places.stream().filter(one -> !one.since().isAfter(date)).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new Enrolment(enrolled, told));
    }

    /**
     * What it was in a school year: a roster of the next year, with its grades, says nothing of the one that is over.
     *
     * <p>The place is that of the last version that was recorded by the year's last day of school, or, of an enrolment that was over
     * by then, of the last one; where the first version came later, of that one. An enrolment without a first day began at the
     * earliest with the school year in which it was first told.
     *
     * @param days from the first to the last day of school of the year
     * @return nothing where the student was not enrolled on any of these days
     */
    public Optional<InYear> in(Span days) {
        Span span = enrolled.span();
        if (span.entry().isAfter(days.exit()) || span.exit().isBefore(days.entry())) {
            return Optional.empty();
        }
        if (span.entry().equals(Span.ALWAYS) && places.getFirst().since().isAfter(days.exit())) {
            return Optional.empty();
        }
        PlaceTold place = place(days.exit());
        return Optional.of(new InYear(place.in(enrolled), place.groups()));
    }

    private PlaceTold place(LocalDate last) {
        if (!enrolled.span().exit().isAfter(last)) {
            return places.getLast();
        }
        return places.stream()
                .filter(place -> !place.since().isAfter(last))
                .reduce((one, later) -> later)
                .orElse(places.getFirst());
    }
}
