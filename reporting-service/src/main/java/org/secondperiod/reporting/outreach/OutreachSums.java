package org.secondperiod.reporting.outreach;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.outreach.OutreachReport.InError;
import org.secondperiod.reporting.outreach.OutreachReport.Line;
import org.secondperiod.reporting.outreach.OutreachReport.Share;

/** Days, added up; the numbers are those of the table's columns. */
public record OutreachSums(
        long toCall,
        long due30,
        long covered30,
        long due60,
        long covered60,
        long due120,
        long covered120,
        long attempts,
        long badNumbers,
        long called,
        long reached,
        long successful,
        long mayReturn,
        long returned,
        long returnMinutes,
        long periodsSaved,
        long promised,
        long promisesKept,
        long reachedBefore,
        long sameCaller,
        long nextDayKnown,
        long nextDayAbsent) {

    /** Whose. */
    public record Of(
            @Nullable String schoolId,
            @Nullable String schoolName,
            @Nullable String caller,
            @Nullable LocalDate week) {

        static final Of ALL = new Of(null, null, null, null);
    }

    Line line(Of of, List<InError> errors) {
        boolean ofCaller = of.caller() != null;
        return new Line(
                of.schoolId(),
                of.schoolName(),
                of.caller(),
                of.week(),
                ofCaller ? null : toCall,
                ofCaller ? null : Share.of(due30, covered30),
                ofCaller ? null : Share.of(due60, covered60),
                ofCaller ? null : Share.of(due120, covered120),
                attempts,
                called,
                Share.of(called, reached),
                Share.of(reached, successful),
                Share.of(mayReturn, returned),
                returned == 0 ? null : returnMinutes / returned,
                periodsSaved,
                Share.of(promised, promisesKept),
                Share.of(reachedBefore, sameCaller),
                Share.of(attempts, badNumbers),
                Share.of(nextDayKnown, nextDayAbsent),
                errors);
    }
}
