package org.secondperiod.events;

/**
 * What an attendance code means, in the terms of Ed-Fi's AttendanceEventCategoryDescriptor. Which code of a district or a
 * school means which is configuration; a code without a meaning is never guessed.
 */
public enum AttendanceCategory {
    IN_ATTENDANCE,
    PRESENT,
    TARDY,
    PARTIAL,
    EARLY_DEPARTURE,
    EXCUSED_ABSENCE,
    UNEXCUSED_ABSENCE
}
