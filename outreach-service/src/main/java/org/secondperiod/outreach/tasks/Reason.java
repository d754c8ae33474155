package org.secondperiod.outreach.tasks;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a task is no longer what it was. */
@Schema(name = "CallTaskReason")
public enum Reason {
    NO_SCHOOL,
    NOT_ENROLLED,
    EXPLAINED,
    MARK_CORRECTED,
    NOT_ABSENT,
    SEEN_IN_SCHOOL,
    IN_BUILDING,
    /** The evidence fell back to a hold. */
    HELD_AGAIN,
    /** The cut-off moved: it is too early again. */
    WAITING_AGAIN
}
