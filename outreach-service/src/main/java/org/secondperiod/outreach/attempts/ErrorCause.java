package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a family was called about a child who was in the building. */
@Schema(name = "CallErrorCause")
public enum ErrorCause {
    /** A scan from before the call came in after it. */
    SCAN_CAME_LATE,
    /** Staff had seen the student before the call, and said so after it. */
    SEEN_AND_NOT_ENTERED,
    /** The mark was wrong: it was corrected to present after the call. */
    MARK_WAS_WRONG,
    /** The student came in without a scan. */
    NO_SCAN_AT_THE_DOOR,
    /** The evidence was there before the call, and the list that was called from, such as one on paper, was older. */
    LIST_WAS_OLD,
    /** Another student's family was called. */
    WRONG_STUDENT,
    OTHER
}
