package org.secondperiod.reporting.examples;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Dates in words: {@code 2026-09-08}, {@code 2026-09-08..2026-09-10}, {@code ..2026-09-10}, each with {@code but ...}. */
final class Dates {

    static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2030, 12, 31);

    private Dates() {}

    static SortedSet<LocalDate> of(String words) {
        String[] parts = words.split(" but ", 2);
        SortedSet<LocalDate> dates = range(parts[0]);
        if (parts.length > 1) {
            dates.removeAll(range(parts[1]));
        }
        return dates;
    }

    static SortedSet<LocalDate> weekdays(String words) {
        SortedSet<LocalDate> dates = of(words);
        dates.removeIf(date -> List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(date.getDayOfWeek()));
        return dates;
    }

    static SortedSet<LocalDate> range(String words) {
        if (words.isBlank()) {
            return new TreeSet<>();
        }
        String[] ends = words.strip().split("\\.\\.", -1);
        LocalDate from = ends[0].isEmpty() ? EARLIEST : LocalDate.parse(ends[0]);
        LocalDate to = ends.length == 1 ? from : ends[1].isEmpty() ? LATEST : LocalDate.parse(ends[1]);
        return new TreeSet<>(from.datesUntil(to.plusDays(1)).toList());
    }
}
