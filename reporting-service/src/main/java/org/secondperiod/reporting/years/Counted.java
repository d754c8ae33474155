package org.secondperiod.reporting.years;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.ChangedDays;
import org.secondperiod.reporting.arithmetic.District;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.arithmetic.Standing;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.outreach.DaysChanged;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Line;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.tallies.Scope;

/** A student's year, counted again: as it was and as it is, by school in the same order. */
record Counted(
        SchoolYear year, List<StudentYear> before, List<StudentYear> now, List<AtSchool> atSchools, int minimumDays) {

    private static final Comparator<StudentYear> LATEST = Comparator.comparing(
                    StudentYear::firstDay, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(StudentYear::schoolId, Comparator.reverseOrder());

    /** What is to be stored. */
    void changes(Consumer<StudentYear> changed) {
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(before.get(i))) {
                changed.accept(now.get(i));
            }
        }
    }

    /**
     * As it was before, where anything has changed that a list up to a date that is over would tell.
     *
     * @param today the district's date; the days before it are over
     */
    void changesOfThePast(LocalDate today, Consumer<StudentYear> was) {
        for (int i = 0; i < now.size(); i++) {
            if (!isPastAlike(before.get(i), now.get(i), year.index(today))) {
                was.accept(before.get(i));
            }
        }
    }

    private static boolean isPastAlike(StudentYear one, StudentYear other, int today) {
        return Strip.areAlikeBefore(today, one.marks(), other.marks())
                && (isEnrolmentUnknown(one) || one.enrolled().equals(other.enrolled()))
                && Objects.equals(one.place().grade(), other.place().grade())
                && Objects.equals(one.place().homeroom(), other.place().homeroom());
    }

    /** It was counted by a version that did not write the dates down. */
    private static boolean isEnrolmentUnknown(StudentYear row) {
        return row.enrolled().isEmpty() && row.firstDay() != null;
    }

    /** Days that are no longer what they were, on which days of calls hang. */
    void changesOfDays(Consumer<DaysChanged> changed) {
        for (int i = 0; i < now.size(); i++) {
            StudentYear is = now.get(i);
            ChangedDays days = new ChangedDays(before.get(i).days(), is.days());
            if (!days.was().equals(days.is())) {
                changed.accept(new DaysChanged(
                        is.studentId(),
                        is.schoolId(),
                        days.absences().stream().mapToObj(year::date).toList(),
                        spans(days.beforeThem())));
            }
        }
    }

    private List<Span> spans(BitSet dates) {
        List<Span> spans = new ArrayList<>();
        for (int first = dates.nextSetBit(0); first >= 0; ) {
            int after = dates.nextClearBit(first);
            spans.add(new Span(year.date(first), year.date(after - 1)));
            first = dates.nextSetBit(after);
        }
        return spans;
    }

    /** What it adds to the tallies of each school, and once to the district's. */
    void addTo(Additions additions) {
        for (int i = 0; i < now.size(); i++) {
            StudentYear was = before.get(i);
            StudentYear is = now.get(i);
            additions.change(
                    Scope.atSchool(was.schoolId(), was.place()), line(was),
                    Scope.atSchool(is.schoolId(), is.place()), line(is));
        }
        additions.change(
                Scope.inDistrict(place(before)), inDistrict(before),
                Scope.inDistrict(place(now)), inDistrict(now));
    }

    Optional<Standing> standing() {
        return Standing.of(year, atSchools, now.stream().map(StudentYear::days).toList(), minimumDays);
    }

    private Line line(StudentYear row) {
        return new Line(number(row.firstDay()), row.days());
    }

    private Line inDistrict(List<StudentYear> rows) {
        LocalDate first = rows.stream()
                .map(StudentYear::firstDay)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new Line(
                number(first),
                District.counted(rows.stream().map(StudentYear::days).toList()));
    }

    private static Place place(List<StudentYear> rows) {
        return rows.stream().max(LATEST).map(StudentYear::place).orElse(Place.NONE);
    }

    private int number(@Nullable LocalDate day) {
        return day == null ? -1 : year.index(day);
    }
}
