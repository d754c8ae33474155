package org.secondperiod.local.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;

/** The made-up past looks like one. */
class PastDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final List<LocalDate> DAYS =
            SchoolSetup.schoolDays(TODAY).filter(day -> day.isBefore(TODAY)).toList();

    private final District district = District.usual();
    private final Cast cast = new Cast(district, TODAY.toEpochDay());

    private List<String> codes(Student student) {
        return new PastDays(student, cast.has(student, Role.ABSENT, Role.UNSUBMITTED)).codes(DAYS);
    }

    private static long absences(List<String> codes) {
        return codes.stream()
                .filter(code -> code.equals("A") || code.equals("E"))
                .count();
    }

    @Test
    void equal_students_have_equal_pasts_and_others_have_others() {
        Student one = district.students().getFirst();

        assertThat(codes(one)).isEqualTo(codes(one)).hasSameSizeAs(DAYS);
        assertThat(district.students().stream().map(this::codes).distinct()).hasSizeGreaterThan(300);
    }

    @Test
    void most_students_are_hardly_ever_absent_and_some_are_chronically() {
        List<Long> absences = district.students().stream()
                .map(student -> absences(codes(student)))
                .toList();

        assertThat(absences).filteredOn(days -> days <= 2).hasSizeGreaterThan(absences.size() * 4 / 10);
        assertThat(absences)
                .filteredOn(days -> 10 * days >= DAYS.size())
                .hasSizeBetween(absences.size() / 20, absences.size() * 35 / 100);
        assertThat(absences.stream().mapToLong(Long::longValue).sum())
                .isBetween(DAYS.size() * absences.size() * 3L / 100, DAYS.size() * absences.size() * 12L / 100);
    }

    @Test
    void there_are_more_absences_on_fridays_than_on_wednesdays() {
        List<DayOfWeek> absent = new ArrayList<>();
        for (Student student : district.students()) {
            List<String> codes = codes(student);
            for (int i = 0; i < codes.size(); i++) {
                if (codes.get(i).equals("A") || codes.get(i).equals("E")) {
                    absent.add(DAYS.get(i).getDayOfWeek());
                }
            }
        }

        assertThat(absent.stream().filter(DayOfWeek.FRIDAY::equals).count())
                .isGreaterThan(
                        absent.stream().filter(DayOfWeek.WEDNESDAY::equals).count());
    }

    @Test
    void some_who_are_absent_today_have_been_for_days() {
        assertThat(cast.of(Role.ABSENT).stream().map(this::codes))
                .anyMatch(codes -> codes.subList(codes.size() - 3, codes.size()).stream()
                        .allMatch(code -> code.equals("A") || code.equals("E")));
    }
}
