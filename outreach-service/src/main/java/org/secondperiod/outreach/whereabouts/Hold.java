package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;

/** What makes the evidence too weak to say that a student is missing, with what a person needs to clear it up. */
public sealed interface Hold {

    default HoldReason reason() {
        return switch (this) {
            case AttendanceNotTaken it -> HoldReason.ATTENDANCE_NOT_TAKEN;
            case CodeUnknown it -> HoldReason.CODE_UNKNOWN;
            case SeenElsewhere it -> HoldReason.SEEN_ELSEWHERE;
            case DoorFeedSilent it -> HoldReason.DOOR_FEED_SILENT;
            case MassAbsence it -> HoldReason.MASS_ABSENCE;
        };
    }

    /** The number of the rule that holds. */
    default int rule() {
        return switch (this) {
            case AttendanceNotTaken it -> 10;
            case CodeUnknown it -> 10;
            case SeenElsewhere it -> 11;
            case DoorFeedSilent it -> 12;
            case MassAbsence it -> 13;
        };
    }

    /**
     * Rule 10.
     *
     * @param period the one for which no attendance came
     */
    record AttendanceNotTaken(String period) implements Hold {}

    /**
     * Rule 10, where there is a mark and nobody has said what its code means. Who keeps the attendance codes can.
     *
     * @param code the district's own; may be empty
     * @param period the mark's, or {@link org.secondperiod.outreach.facts.MarkFact#WHOLE_DAY}
     * @param takenAt when the mark was made
     */
    record CodeUnknown(String code, String period, Instant takenAt) implements Hold {}

    /**
     * Rule 11.
     *
     * @param at when the student was last scanned there
     */
    record SeenElsewhere(BuildingId building, String buildingName, Instant at) implements Hold {}

    /**
     * Rule 12.
     *
     * @param since when the door was last heard from; null if never
     */
    record DoorFeedSilent(String readerName, @Nullable Instant since) implements Hold {}

    /**
     * Rule 13.
     *
     * @param noScanAtAll no door saw anybody; else too many are marked absent
     * @param expected enrolled students whose absence is not known
     */
    record MassAbsence(boolean noScanAtAll, int markedAbsent, int expected) implements Hold {}
}
