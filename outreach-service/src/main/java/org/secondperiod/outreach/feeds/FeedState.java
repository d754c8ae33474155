package org.secondperiod.outreach.feeds;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.schooldays.DayPlan;

/** How a school's SIS stands on a day. */
@Schema(name = "SisFeedState")
public enum FeedState {
    /** There is no school on the day. */
    NO_SCHOOL,
    /** Nothing has come, and nothing has to before the cut-off. */
    NOT_DUE,
    /** Attendance has come. */
    HEARD,
    /** Marks have come, and of no class that its attendance was submitted, though the school's SIS says such things. */
    NOT_SUBMITTED,
    /** The cut-off has passed, and nothing at all has come: nobody of the school can be called. */
    SILENT;

    static FeedState of(DayPlan plan, Heard heard, Instant now) {
        if (!(plan instanceof DayPlan.Open open)) {
            return NO_SCHOOL;
        }
        boolean due = !now.isBefore(open.cutOff());
        if (heard.marks() == 0 && heard.submitted() == 0) {
            return due ? SILENT : NOT_DUE;
        }
        return due && open.policy().sendsAttendanceTaken() && heard.submitted() == 0 ? NOT_SUBMITTED : HEARD;
    }
}
