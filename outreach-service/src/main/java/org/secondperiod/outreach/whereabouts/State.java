package org.secondperiod.outreach.whereabouts;

/** The conclusions by name, as they are stored and sent. */
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
