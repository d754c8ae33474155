package org.secondperiod.entry.scans;

import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.buildings.BuildingProblems;

/**
 * How a scan ended.
 *
 * @param flag what its sender should know though it was taken, none where there is nothing
 * @param field the field at fault of a scan that was not taken
 * @param reason why it was not taken
 */
public record ScanOutcome(
        Kind kind,
        @Nullable String flag,
        @Nullable String field,
        @Nullable String reason) {

    /** The ways in which a scan ends. */
    public enum Kind {
        /** Its event is acknowledged by the broker. */
        ACCEPTED,
        /** Kept until its badge becomes somebody's. */
        UNRESOLVED,
        /** Kept until its reader is registered. */
        QUARANTINED,
        /** Its id is known with other content. */
        CONFLICTING,
        /** Older than is taken. */
        TOO_OLD,
        /** Its reader stands in a building of schools that the credential is not for. */
        OF_OTHER_SCHOOLS,
        /** Everything of its student was erased, and nothing is taken in again. */
        OF_AN_ERASED_STUDENT
    }

    /**
     * Why a scan waits.
     *
     * @param words what follows the field's name
     */
    public record Wait(String field, String words) {}

    static ScanOutcome taken(Kind kind, boolean ahead, ScanPolicy policy) {
        String flag = ahead
                ? "The scan is more than " + policy.ahead().toMinutes()
                        + " minutes ahead of our clock: it is kept and not used; set the reader's clock"
                : null;
        return new ScanOutcome(kind, flag, null, null);
    }

    static ScanOutcome tooOld(ScanPolicy policy) {
        return new ScanOutcome(
                Kind.TOO_OLD,
                null,
                "scannedAt",
                "The scan is older than " + policy.oldest().toDays() + " days and is not taken");
    }

    static ScanOutcome ofOtherSchools() {
        return new ScanOutcome(Kind.OF_OTHER_SCHOOLS, null, "readerId", BuildingProblems.OTHER_SCHOOLS);
    }

    static ScanOutcome ofAnErasedStudent() {
        return new ScanOutcome(
                Kind.OF_AN_ERASED_STUDENT, null, "studentId", "The student was erased; nothing is taken in any more");
    }

    static ScanOutcome conflicting() {
        return new ScanOutcome(
                Kind.CONFLICTING,
                null,
                "scanId",
                "This scanId was sent before with other content; a scan is never changed, so a new one needs a new scanId");
    }

    /** Why it waits and what ends that, if it waits. */
    public @Nullable Wait waitsFor() {
        return switch (kind) {
            case UNRESOLVED ->
                new Wait(
                        "badge",
                        "is nobody's at that moment; the scan is kept, and goes on by itself once the badge is somebody's"
                                + " then: the roster says so, or PUT /entry/v1/badges/{badge}");
            case QUARANTINED ->
                new Wait(
                        "readerId",
                        "is not registered; the scan is kept, and goes on by itself once it is: PUT /entry/v1/readers/{readerId}");
            default -> null;
        };
    }

    boolean isTaken() {
        return reason == null;
    }
}
