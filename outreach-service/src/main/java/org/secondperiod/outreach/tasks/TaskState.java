package org.secondperiod.outreach.tasks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a call task is in its life. */
@Schema(name = "CallTaskState")
public enum TaskState {
    OPEN,
    CLAIMED,
    AWAITING_ARRIVAL,
    DONE,
    ARRIVED,
    WITHDRAWN,
    EXPIRED;

    /** Whether somebody still has something to do. */
    public boolean isUnfinished() {
        return this == OPEN || this == CLAIMED || this == AWAITING_ARRIVAL;
    }

    /** Whether the task ended by itself and may begin again. A person's end, and the day's, stay. */
    public boolean mayReopen() {
        return this == ARRIVED || this == WITHDRAWN;
    }
}
