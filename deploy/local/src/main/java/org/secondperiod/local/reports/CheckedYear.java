package org.secondperiod.local.reports;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;

/** A school year whose marks reporting-service still keeps, so that it can be counted anew. */
public record CheckedYear(LocalDate first, LocalDate last) {

    private static final int CENTURY = 100;

    /** The school year of today, and the one before it; the earlier one first. */
    public static List<CheckedYear> kept(LocalDate today, MonthDay ends) {
        LocalDate end = ends.atYear(today.getYear());
        int year = end.isBefore(today) ? today.getYear() + 1 : today.getYear();
        return List.of(ending(ends, year - 1), ending(ends, year));
    }

    private static CheckedYear ending(MonthDay ends, int year) {
        return new CheckedYear(ends.atYear(year - 1).plusDays(1), ends.atYear(year));
    }

    /** As of which dates both are asked: the ends of its months, and today where it is of this year. */
    public List<LocalDate> dates(LocalDate today) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate end = last.isBefore(today) ? last : today;
        for (LocalDate month = first.withDayOfMonth(first.lengthOfMonth());
                month.isBefore(end);
                month = month.plusDays(1).plusMonths(1).minusDays(1)) {
            dates.add(month);
        }
        dates.add(end);
        return dates;
    }

    /** As people say it: {@code 2026-27}. */
    public String name() {
        return first.getYear() == last.getYear()
                ? String.valueOf(first.getYear())
                : "%d-%02d".formatted(first.getYear(), last.getYear() % CENTURY);
    }
}
