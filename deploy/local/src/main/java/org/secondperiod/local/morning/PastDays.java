package org.secondperiod.local.morning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.secondperiod.local.district.Student;

/**
 * The made-up year of one student so far: most are hardly ever absent, some often, a few very often; whoever stayed at home today
 * tends to tomorrow, and Mondays and Fridays are the worst. Equal students and days make equal years.
 */
final class PastDays {

    /** One of them: the student's absence of the day goes on with this chance. */
    private static final double GOES_ON = 0.35;

    private static final double EXCUSED = 0.35;
    private static final double LATE = 0.04;

    private static final Map<DayOfWeek, Double> WEIGHT = Map.of(DayOfWeek.MONDAY, 1.2, DayOfWeek.FRIDAY, 1.35);

    /** Cumulative shares of students, and how likely an absence begins on one of their days. */
    private static final double[][] USUAL = {{0.55, 0.008}, {0.80, 0.03}, {0.93, 0.075}, {1, 0.16}};

    /** Of those who are absent today as well. */
    private static final double[][] ABSENT_TODAY = {{0.25, 0.01}, {0.55, 0.04}, {0.80, 0.09}, {1, 0.18}};

    private static final double LAST_DAYS_TOO = 0.12;
    private static final int LAST_DAYS = 3;

    private final Random random;
    private final double begins;
    private final boolean lastDaysToo;

    PastDays(Student student, boolean absentToday) {
        this.random = new Random(student.id().hashCode() * 7_919L);
        double place = random.nextDouble();
        this.begins = begins(absentToday ? ABSENT_TODAY : USUAL, place);
        this.lastDaysToo = absentToday && random.nextDouble() < LAST_DAYS_TOO;
    }

    private static double begins(double[][] shares, double place) {
        for (double[] share : shares) {
            if (place <= share[0]) {
                return share[1];
            }
        }
        return 0;
    }

    /** A code for each of the days, in their order: {@code A}, {@code E} excused, {@code T} late; empty: present. */
    List<String> codes(List<LocalDate> days) {
        boolean[] absent = {false};
        return days.stream()
                .map(day -> {
                    double chance = absent[0] ? GOES_ON : begins * WEIGHT.getOrDefault(day.getDayOfWeek(), 1.0);
                    boolean last = lastDaysToo && days.indexOf(day) >= days.size() - LAST_DAYS;
                    double drawn = random.nextDouble();
                    double kind = random.nextDouble();
                    absent[0] = drawn < chance || last;
                    if (absent[0]) {
                        return kind < EXCUSED ? "E" : "A";
                    }
                    return kind < LATE ? "T" : "";
                })
                .toList();
    }
}
