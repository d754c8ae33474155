package org.secondperiod.outreach.whereabouts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The conclusions by name, as they are stored and sent. */
@Schema(name = "WhereaboutsState")
public enum State {
    NO_SCHOOL,
    NOT_ENROLLED,
    EXPLAINED,
    NOT_ABSENT,
    SEEN_IN_SCHOOL,
    IN_BUILDING,
    ARRIVED,
    WAITING,
    HELD,
    UNACCOUNTED
}
