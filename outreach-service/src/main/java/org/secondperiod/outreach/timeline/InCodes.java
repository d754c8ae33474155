package org.secondperiod.outreach.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.ErrorCause;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.facts.AbsenceReason;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.whereabouts.State;

/**
 * What an entry tells, in codes, names and times: a front end says it in the language of whoever reads it. Exactly one is
 * there, as the entry's kind says.
 *
 * @param call of a call or a conversation
 * @param step of a promise, a follow-up, a building check or an escalation
 */
@Schema(name = "TimelineEntryInCodes")
public record InCodes(
        @Nullable Mark mark,
        @Nullable Scan scan,
        @Nullable Sighting sighting,
        @Nullable Known knownAbsence,
        @Nullable Concluded conclusion,
        @Nullable Task task,
        @Nullable Call call,
        @Nullable Step step) {

    /** A note. @param text null where it is hidden from the reader, who is told that there is one */
    @Schema(name = "TimelineNote")
    public record Note(@Nullable String text, boolean hidden) {}

    /** A version of a mark. @param period {@code day} is the whole day */
    @Schema(name = "TimelineMark")
    public record Mark(MarkKind kind, String period, String code, long version, boolean withdrawn) {}

    /**
     * A badge at a door.
     *
     * @param building what people call it; its id where it has no name
     * @param reader what people call it; its id where it has no name
     * @param minutesAhead how far the reader's clock was ahead, where that makes the scan no evidence
     */
    @Schema(name = "TimelineScan")
    public record Scan(
            Direction direction,
            String building,
            String reader,
            @Nullable Long minutesAhead) {}

    /** What staff saw. */
    @Schema(name = "TimelineSighting")
    public record Sighting(Seen seen, @Nullable Note note) {}

    /** An absence that was known, in days or in hours. */
    @Schema(name = "TimelineKnownAbsence")
    public record Known(
            AbsenceReason reason,
            @Nullable LocalDate fromDay,
            @Nullable LocalDate toDay,
            @Nullable Instant fromTime,
            @Nullable Instant toTime,
            boolean withdrawn) {}

    /** What was concluded. @param reason why the student is held or explained, in a code; why there is no school, as the calendar says it */
    @Schema(name = "TimelineConclusion")
    public record Concluded(State state, int rule, @Nullable String reason) {}

    /** A step in a call task's life, and the state after it. */
    @Schema(name = "TimelineTask")
    public record Task(String what, String state, @Nullable String reason) {}

    /** What came of a call or a conversation. @param madeInError why it should not have been made */
    @Schema(name = "TimelineCall")
    public record Call(
            Channel channel,
            Outcome outcome,
            @Nullable Result result,
            @Nullable Instant comingBy,
            @Nullable ReasonToday reason,
            List<Flag> flags,
            @Nullable NextStep nextStep,
            @Nullable ErrorCause madeInError,
            boolean undone,
            @Nullable Note note) {}

    /** A step of what a call left to be done. @param detail in codes: who promised, whose it is now, with whom it is and why */
    @Schema(name = "TimelineStep")
    public record Step(
            CareStep.Kind of, String what, @Nullable String detail) {}

    static InCodes of(Mark mark) {
        return new InCodes(mark, null, null, null, null, null, null, null);
    }

    static InCodes of(Scan scan) {
        return new InCodes(null, scan, null, null, null, null, null, null);
    }

    static InCodes of(Sighting sighting) {
        return new InCodes(null, null, sighting, null, null, null, null, null);
    }

    static InCodes of(Known absence) {
        return new InCodes(null, null, null, absence, null, null, null, null);
    }

    /** A conclusion. */
    public static InCodes of(Concluded conclusion) {
        return new InCodes(null, null, null, null, conclusion, null, null, null);
    }

    /** A step of a task. */
    public static InCodes of(Task task) {
        return new InCodes(null, null, null, null, null, task, null, null);
    }

    static InCodes of(Call call) {
        return new InCodes(null, null, null, null, null, null, call, null);
    }

    static InCodes of(Step step) {
        return new InCodes(null, null, null, null, null, null, null, step);
    }
}
