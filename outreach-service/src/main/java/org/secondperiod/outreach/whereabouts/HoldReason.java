package org.secondperiod.outreach.whereabouts;

/** Why the evidence is too weak to say that a student is missing. */
public enum HoldReason {
    ATTENDANCE_NOT_TAKEN,
    CODE_UNKNOWN,
    SEEN_ELSEWHERE,
    DOOR_FEED_SILENT,
    MASS_ABSENCE
}
