package org.secondperiod.ingest.histories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a history holds of a school.
 *
 * @param rows sound ones
 * @param absences of them, excused and unexcused; none of enrolments
 * @param days school days that it says were submitted; none of enrolments
 */
public record SchoolInHistory(
        String schoolId,
        long rows,
        long absences,
        int days,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {}
