package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.outreach.facts.ScanFact;

/** What we conclude of one student at one school on one school day, with the evidence and the rule that fired. */
public sealed interface Whereabouts {

    /** The number of the rule that fired, 1 to 14, as in docs/rules.md. */
    int rule();

    State state();

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
    record NoSchool(String reason, Evidence evidence) implements Whereabouts {
        @Override
        public int rule() {
            return 1;
        }

        @Override
        public State state() {
            return State.NO_SCHOOL;
        }
    }

    /** Rule 2. */
    record NotEnrolled(Evidence evidence) implements Whereabouts {
        @Override
        public int rule() {
            return 2;
        }

        @Override
        public State state() {
            return State.NOT_ENROLLED;
        }
    }

    /** Rule 3. @param reason reads after "The student is" */
    record Explained(String reason, Evidence evidence) implements Whereabouts {
        @Override
        public int rule() {
            return 3;
        }

        @Override
        public State state() {
            return State.EXPLAINED;
        }
    }

    /** Rule 4 (a mark says so) or 5 (no mark, and none is to be feared). */
    record NotAbsent(Because because, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {

        /** What tells that the student is not absent. */
        public enum Because {
            MARKED_HERE,
            ATTENDANCE_WAS_TAKEN,
            INSIDE_WITHOUT_A_MARK,
            SCHOOL_NEVER_SIGNALS
        }

        @Override
        public int rule() {
            return because == Because.MARKED_HERE ? 4 : 5;
        }

        @Override
        public State state() {
            return State.NOT_ABSENT;
        }
    }

    /** Rule 6. @param by who saw the student: "period 2" or a person */
    record SeenInSchool(String by, Instant at, Evidence evidence, @Nullable Instant lookAgainAt)
            implements Whereabouts {
        @Override
        public int rule() {
            return 6;
        }

        @Override
        public State state() {
            return State.SEEN_IN_SCHOOL;
        }
    }

    /** Rule 7. @param entry the scan since which the student is in; @param hallwayFrom the cut-off: not before it is it a hallway matter */
    record InBuilding(ScanFact entry, Instant hallwayFrom, Evidence evidence, @Nullable Instant lookAgainAt)
            implements Whereabouts {
        @Override
        public int rule() {
            return 7;
        }

        @Override
        public State state() {
            return State.IN_BUILDING;
        }
    }

    /** Rule 8. @param at when the student last came in */
    record Arrived(Instant at, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {
        @Override
        public int rule() {
            return 8;
        }

        @Override
        public State state() {
            return State.ARRIVED;
        }
    }

    /** Rule 9. */
    record Waiting(Instant cutOff, Evidence evidence, Instant lookAgainAt) implements Whereabouts {
        @Override
        public int rule() {
            return 9;
        }

        @Override
        public State state() {
            return State.WAITING;
        }
    }

    /** Rules 10 to 13. */
    record Held(Hold hold, Evidence evidence, @Nullable Instant lookAgainAt) implements Whereabouts {

        public HoldReason reason() {
            return hold.reason();
        }

        @Override
        public int rule() {
            return switch (hold) {
                case Hold.AttendanceNotTaken h -> 10;
                case Hold.SeenElsewhere h -> 11;
                case Hold.DoorFeedSilent h -> 12;
                case Hold.MassAbsence h -> 13;
            };
        }

        @Override
        public State state() {
            return State.HELD;
        }
    }

    /**
     * Rule 14.
     *
     * @param since from when on the student was expected and not there: the latest of cut-off, mark and leaving
     * @param leftAt when the student went out again, where one did
     */
    record Unaccounted(Instant since, @Nullable Instant leftAt, Evidence evidence, @Nullable Instant lookAgainAt)
            implements Whereabouts {
        @Override
        public int rule() {
            return 14;
        }

        @Override
        public State state() {
            return State.UNACCOUNTED;
        }
    }

    /** What makes the evidence too weak, each with what a person needs to clear it up. */
    sealed interface Hold {

        HoldReason reason();

        /** Rule 10. @param period for which no attendance came */
        record AttendanceNotTaken(String period) implements Hold {
            @Override
            public HoldReason reason() {
                return HoldReason.ATTENDANCE_NOT_TAKEN;
            }
        }

        /** Rule 11. */
        record SeenElsewhere(BuildingId building, String buildingName, Instant at) implements Hold {
            @Override
            public HoldReason reason() {
                return HoldReason.SEEN_ELSEWHERE;
            }
        }

        /** Rule 12. @param since when the door was last heard from; null if never */
        record DoorFeedSilent(String readerName, @Nullable Instant since) implements Hold {
            @Override
            public HoldReason reason() {
                return HoldReason.DOOR_FEED_SILENT;
            }
        }

        /** Rule 13. @param noScanAtAll no door saw anybody; else too many are marked absent */
        record MassAbsence(boolean noScanAtAll, int markedAbsent, int expected) implements Hold {
            @Override
            public HoldReason reason() {
                return HoldReason.MASS_ABSENCE;
            }
        }
    }
}
