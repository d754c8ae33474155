package org.secondperiod.entry.buildings;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks for doors.
 *
 * @param subject of the credential; ids that sources give their scans are its own
 * @param limits the schools whose doors it may speak for
 * @param onlyReader the one reader that it may speak for, none where the limits decide
 */
public record DoorSpeaker(
        String subject, SchoolLimits limits, @Nullable String onlyReader) {

    /** What is said of a line that another reader read. */
    public static final String OTHER_READER = "is another reader than the one whose key signed this request";

    public boolean speaksFor(String readerId) {
        return onlyReader == null || onlyReader.equals(readerId);
    }
}
