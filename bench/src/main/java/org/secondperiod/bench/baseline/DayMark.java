package org.secondperiod.bench.baseline;

import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;

/** The latest mark of a student's newest day. */
record DayMark(long day, String school, AttendanceCategory category, long version, long takenAt, boolean deleted) {

    /** With one more version, in any order. */
    static DayMark with(@Nullable DayMark before, AbsenceMark mark) {
        DayMark told = new DayMark(
                mark.schoolDay().toEpochDay(),
                mark.schoolId(),
                mark.category(),
                mark.version(),
                mark.takenAt().toEpochMilli(),
                mark.deleted());
        return before == null || told.isAfter(before) ? told : before;
    }

    private boolean isAfter(DayMark other) {
        if (day != other.day) {
            return day > other.day;
        }
        return version != other.version ? version > other.version : takenAt >= other.takenAt;
    }
}
