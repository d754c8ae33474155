package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.ScanFact;

/** What we conclude of one student at one school on one school day, with the evidence and the rule that fired. */
public sealed interface Whereabouts {

    /** The number of the rule that fired, 1 to 14, as in docs/rules.md. */
    default int rule() {
        return switch (this) {
            case NoSchool it -> 1;
            case NotEnrolled it -> 2;
            case Explained it -> 3;
            case NotAbsent it -> it.because() == NotAbsent.Because.MARKED_HERE ? 4 : 5;
            case SeenInSchool it -> 6;
            case InBuilding it -> 7;
            case Arrived it -> 8;
            case Waiting it -> 9;
            case Held it -> it.hold().rule();
            case Unaccounted it -> 14;
        };
    }

    /** The conclusion by name. */
    default State state() {
        return switch (this) {
            case NoSchool it -> State.NO_SCHOOL;
            case NotEnrolled it -> State.NOT_ENROLLED;
            case Explained it -> State.EXPLAINED;
            case NotAbsent it -> State.NOT_ABSENT;
            case SeenInSchool it -> State.SEEN_IN_SCHOOL;
            case InBuilding it -> State.IN_BUILDING;
            case Arrived it -> State.ARRIVED;
            case Waiting it -> State.WAITING;
            case Held it -> State.HELD;
            case Unaccounted it -> State.UNACCOUNTED;
        };
    }

    Evidence evidence();

    /** When time alone may change this answer, if nothing new is learnt; null if never. */
    default @Nullable Instant lookAgainAt() {
        return null;
    }

    /** One English sentence or two: both pieces of evidence, with the school's local times. No student's name. */
    default String explanation() {
        return Explanation.of(this);
    }

    /** Rule 1. */
    record NoSchool(String reason, Evidence evidence) implements Whereabouts {}

    /** Rule 2. */
    record NotEnrolled(Evidence evidence) implements Whereabouts {}

    /**
     * Rule 3.
     *
     * @param reason coded, such as {@code TRIP}; {@code EXCUSED} where the excusing mark's code tells no more
     * @param known the absence the school knows of; null where the mark excuses
     */
    record Explained(String reason, @Nullable KnownAbsence known, Evidence evidence) implements Whereabouts {}

    /** Rule 4 (a mark says so) or 5 (no mark, and none is to be feared). */
    record NotAbsent(
            Because because, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {

        /** What tells that the student is not absent. */
        public enum Because {
            MARKED_HERE,
            ATTENDANCE_WAS_TAKEN,
            INSIDE_WITHOUT_A_MARK,
            SCHOOL_NEVER_SIGNALS
        }
    }

    /**
     * Rule 6.
     *
     * @param by who saw the student: a person, or "the class of period 2"
     * @param period of that class; null where a person did
     */
    record SeenInSchool(
            String by,
            @Nullable String period,
            Instant at,
            Evidence evidence,
            @Nullable Instant lookAgainAt) implements Whereabouts {}

    /**
     * Rule 7.
     *
     * @param entry the scan by which the student came in
     * @param hallwayFrom the cut-off: from then on the student belongs on the hallway list
     */
    record InBuilding(
            ScanFact entry,
            Instant hallwayFrom,
            Evidence evidence,
            @Nullable Instant lookAgainAt) implements Whereabouts {}

    /**
     * Rule 8.
     *
     * @param at when the student came in, the last time
     */
    record Arrived(Instant at, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {}

    /** Rule 9. */
    record Waiting(
            Instant cutOff, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {}

    /** Rules 10 to 13. */
    record Held(Hold hold, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {

        public HoldReason reason() {
            return hold.reason();
        }
    }

    /**
     * Rule 14.
     *
     * @param since from when on the student was expected and not there: the latest of cut-off, mark and leaving
     * @param leftAt when the student went out again, where one did
     */
    record Unaccounted(
            Instant since,
            @Nullable Instant leftAt,
            Evidence evidence,
            @Nullable Instant lookAgainAt) implements Whereabouts {}
}
