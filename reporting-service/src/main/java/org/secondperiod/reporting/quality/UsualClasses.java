package org.secondperiod.reporting.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Finds the days on which fewer classes of a school submitted than usual: once one class has, a day counts for the whole school. What
 * is usual is the median of the days before it of which classes submitted any; of an even number of days it is the lower one of the
 * two in the middle, and of a few days nothing is usual.
 */
final class UsualClasses {

    /** So many days before a day are looked at. */
    static final int DAYS = 20;

    /** Of fewer days before it, nobody knows what is usual. */
    static final int FEWEST_DAYS = 5;

    private UsualClasses() {}

    /** @param classes of a school, how many of its classes submitted each day, of days of which any did */
    static List<FewerOn> fewer(SortedMap<LocalDate, Long> classes) {
        List<FewerOn> found = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> day : classes.entrySet()) {
            if (days.size() >= FEWEST_DAYS) {
                List<LocalDate> before = days.subList(Math.max(0, days.size() - DAYS), days.size());
                long usual = median(before.stream().map(classes::get).toList());
                if (day.getValue() < usual) {
                    found.add(new FewerOn(day.getKey(), day.getValue(), usual, before));
                }
            }
            days.add(day.getKey());
        }
        return found;
    }

    private static long median(List<Long> numbers) {
        return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
    }
}
