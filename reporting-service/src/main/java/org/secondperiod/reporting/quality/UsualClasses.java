package org.secondperiod.reporting.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.secondperiod.reporting.quality.QualityReport.ClassesOn;

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
    static List<ClassesOn> fewer(SortedMap<LocalDate, Long> classes) {
        List<ClassesOn> found = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> day : classes.entrySet()) {
            if (before.size() >= FEWEST_DAYS) {
                long usual = median(before.subList(Math.max(0, before.size() - DAYS), before.size()));
                if (day.getValue() < usual) {
                    found.add(new ClassesOn(day.getKey(), day.getValue(), usual));
                }
            }
            before.add(day.getValue());
        }
        return found;
    }

    private static long median(List<Long> numbers) {
        return numbers.stream().sorted().toList().get((numbers.size() - 1) / 2);
    }
}
