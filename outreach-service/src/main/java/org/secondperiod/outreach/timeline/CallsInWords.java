package org.secondperiod.outreach.timeline;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.timeline.Timeline.Entry;
import org.secondperiod.outreach.timeline.Timeline.Kind;

/** Calls, conversations and what they left to be done, in the words of a day's story. What is at the root is never among them. */
record CallsInWords(ZoneId zone) {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** A call or a conversation. @param note what may be shown of what was written; null: nothing */
    Entry entry(Attempt attempt, InCodes.@Nullable Note note) {
        return new Entry(
                attempt.channel().isAttempt() ? Kind.CALL : Kind.CONVERSATION,
                attempt.startedAt(),
                attempt.recordedAt(),
                attempt.of().school().value(),
                head(attempt),
                detail(attempt.said(), TimelineService.inWords(note)),
                attempt.calledBy(),
                InCodes.of(new InCodes.Call(
                        attempt.channel(),
                        attempt.said().outcome(),
                        attempt.said().result(),
                        attempt.said().comingBy(),
                        attempt.said().reason(),
                        attempt.said().flags().stream().sorted().toList(),
                        attempt.said().nextStep(),
                        attempt.error() == null ? null : attempt.error().cause(),
                        attempt.undoneAt() != null,
                        note)));
    }

    private static String head(Attempt attempt) {
        String what = attempt.channel().isAttempt()
                ? "Called: " + words(attempt.said().outcome())
                : how(attempt) + " with " + whom(attempt.said());
        String undone = attempt.undoneAt() == null ? "" : " (taken back)";
        return what
                + (attempt.error() == null
                        ? ""
                        : " (made in error: " + words(attempt.error().cause()) + ")")
                + undone;
    }

    private static String how(Attempt attempt) {
        return switch (attempt.channel()) {
            case INCOMING_CALL -> "A call from outside,";
            case TEXT -> "A text,";
            case IN_PERSON, OUTGOING_CALL -> "A talk";
        };
    }

    private static String whom(Said said) {
        return switch (said.outcome()) {
            case REACHED_STUDENT -> "the student";
            case REACHED_GUARDIAN -> "the family";
            default -> "somebody else";
        };
    }

    private @Nullable String detail(Said said, @Nullable String note) {
        String all = Stream.of(
                        result(said.result(), said.comingBy()),
                        reason(said.reason()),
                        said.flags().stream().sorted().map(CallsInWords::flag).collect(joining(" ")),
                        said.nextStep() == null ? "" : "Next: " + words(said.nextStep()) + ".",
                        note == null ? "" : note)
                .filter(part -> !part.isEmpty())
                .collect(joining(" "));
        return all.isEmpty() ? null : all;
    }

    private String result(@Nullable Result result, @Nullable Instant comingBy) {
        return switch (result) {
            case null -> "";
            case COMING_IN_TODAY -> "Coming in today by " + time(comingBy) + ".";
            case WILL_NOT_COME_VALID_REASON -> "Will not come, for a valid reason.";
            case WILL_NOT_COME_OTHER -> "Will not come.";
            case SAYS_LEFT_FOR_SCHOOL -> "Says the student left for school.";
            case MOVED_OR_LEFT_SCHOOL -> "Has moved, or left the school.";
            case UNDETERMINED -> "Not clear yet.";
        };
    }

    private static String reason(@Nullable ReasonToday reason) {
        return reason == null ? "" : "Reason: " + words(reason) + ".";
    }

    private static String flag(Flag flag) {
        return switch (flag) {
            case GUARDIAN_NOT_AWARE -> "The guardian was not aware.";
            case WHEREABOUTS_NOT_KNOWN -> "Nobody knows where the student is.";
        };
    }

    /** A step of what a call left to be done. */
    Entry entry(CareStep step) {
        return new Entry(
                kind(step),
                step.at(),
                step.at(),
                step.of().school().value(),
                subject(step) + " " + step.what().toLowerCase(Locale.ROOT).replace('_', ' '),
                step.detail(),
                step.by(),
                InCodes.of(new InCodes.Step(step.kind(), step.what(), step.detail())));
    }

    private static Kind kind(CareStep step) {
        return switch (step.kind()) {
            case PROMISE -> Kind.PROMISE;
            case FOLLOW_UP -> Kind.FOLLOW_UP;
            case BUILDING_CHECK, ESCALATION -> Kind.ESCALATION;
        };
    }

    private static String subject(CareStep step) {
        return switch (step.kind()) {
            case PROMISE -> "Promise";
            case FOLLOW_UP -> "Follow-up";
            case BUILDING_CHECK -> "Building check";
            case ESCALATION -> "Escalation";
        };
    }

    private String time(@Nullable Instant at) {
        return at == null ? "" : at.atZone(zone).format(HOUR_AND_MINUTE);
    }

    private static String words(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
