package org.secondperiod.reporting.arithmetic;

import java.util.Collection;
import java.util.List;

/** A student's year in the whole district: a date counts once, at however many schools the student was on it. */
public final class District {

    private District() {}

    /**
     * One strip out of those of all schools. Of a date that counts at several: absent where absent all day at each of them, half a
     * day where absent at some, or for some of it.
     */
    public static String counted(List<String> atSchools) {
        if (atSchools.size() == 1) {
            return atSchools.getFirst();
        }
        int length = atSchools.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder days = new StringBuilder(length);
        for (int index = 0; index < length; index++) {
            days.append(letter(atSchools, index));
        }
        return Strip.trimmed(days);
    }

    private static char letter(List<String> atSchools, int index) {
        int schools = 0;
        int absent = 0;
        boolean late = false;
        for (String strip : atSchools) {
            char letter = Strip.at(strip, index);
            if (letter != Strip.NOTHING) {
                schools++;
                absent += DayStatus.of(letter).absentHalfDays();
                late |= letter == DayStatus.LATE.letter();
            }
        }
        if (schools == 0) {
            return Strip.NOTHING;
        }
        if (absent == 0) {
            return late ? DayStatus.LATE.letter() : DayStatus.PRESENT.letter();
        }
        return absent == schools * DayStatus.ABSENT.absentHalfDays()
                ? DayStatus.ABSENT.letter()
                : DayStatus.HALF.letter();
    }

    /** How many days after this date may still come to count at one of the schools. */
    public static int daysAhead(Collection<AtSchool> atSchools, int after) {
        int dates = atSchools.stream()
                .mapToInt(each -> each.school().calendar().length())
                .max()
                .orElse(0);
        int ahead = 0;
        for (int index = after + 1; index < dates; index++) {
            int date = index;
            ahead += atSchools.stream().anyMatch(each -> each.isAhead(date)) ? 1 : 0;
        }
        return ahead;
    }
}
