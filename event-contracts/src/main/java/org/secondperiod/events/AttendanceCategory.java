package org.secondperiod.events;

/**
 * What an attendance code means, in the terms of Ed-Fi's AttendanceEventCategoryDescriptor. Which code of a district or a
 * school means which is configuration; a code without a meaning is never guessed: it is {@link #UNKNOWN}.
 */
public enum AttendanceCategory {
    IN_ATTENDANCE,
    PRESENT,
    TARDY,
    PARTIAL,
    EARLY_DEPARTURE,
    EXCUSED_ABSENCE,
    UNEXCUSED_ABSENCE,
    /**
     * Nobody has said what the code means. Neither an absence nor a presence: a question. The mark comes again, under another
     * {@code eventId}, once somebody has. None of Ed-Fi's terms.
     */
    UNKNOWN
}
