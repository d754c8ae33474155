package org.secondperiod.reporting.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was done to reach the families of a student, or of a school's students, in some days: calls and conversations in the order
 * in which they happened, and whoever was to be called and was not.
 *
 * @param students of how many students
 * @param contacts how often somebody was reached
 * @param attempts how often nobody was
 * @param withoutAttempt students and days on which the family was to be called and nobody tried
 */
public record ContactRecord(
        LocalDate from,
        LocalDate to,
        @Schema(description = "Of how many students") long students,

        @Schema(description = "How often somebody was reached")
        long contacts,

        @Schema(description = "How often nobody was") long attempts,

        @Schema(description = "Students and days on which the family was to be called and nobody tried")
        long withoutAttempt,

        List<Entry> entries) {

    /** What an entry is. */
    @Schema(name = "ContactKind")
    public enum Kind {
        /** Somebody was reached. */
        CONTACT,
        /** Nobody was. */
        ATTEMPT,
        /** The family was to be called, and nobody tried. */
        NONE
    }

    /** Who was reached. */
    @Schema(name = "ContactReached")
    public enum Reached {
        GUARDIAN,
        STUDENT,
        OTHER
    }

    /**
     * One call or conversation, or that there was none.
     *
     * @param schoolDay the day whose absence it was about
     * @param channel how people came to talk
     * @param at when
     * @param date the same in the school's time zone
     * @param reason why the student was absent, coded, as the family said it
     * @param comingBy until when the student was promised to be in school
     * @param staffId who called, as the identity provider names them
     * @param calledInError why a family was called about a child who was in the building
     */
    @Schema(name = "ContactEntry")
    public record Entry(
            Kind kind,
            String studentId,
            String schoolId,

            @Schema(description = "The day whose absence it was about")
            LocalDate schoolDay,

            @Schema(description = "OUTGOING_CALL, INCOMING_CALL, TEXT or IN_PERSON") @Nullable
            String channel,

            @Nullable Instant at,

            @Schema(description = "In the school's time zone") @Nullable
            LocalDate date,

            @Schema(description = "In the school's time zone, to the minute: 08:57") @Nullable
            String time,

            @Nullable Reached reached,
            @Nullable String outcome,
            @Nullable String result,

            @Schema(description = "Why the student was absent, coded, as the family said it") @Nullable
            String reason,

            @Schema(description = "Until when the student was promised to be in school") @Nullable
            Instant comingBy,

            @Nullable String nextStep,

            @Schema(description = "Who called, as the identity provider names them") @Nullable
            String staffId,

            @Schema(description = "Why a family was called about a child who was in the building") @Nullable
            String calledInError,

            @Nullable String contactId) {}

    /** Counts the entries. */
    static ContactRecord of(LocalDate from, LocalDate to, List<Entry> entries) {
        return new ContactRecord(
                from,
                to,
                entries.stream().map(Entry::studentId).distinct().count(),
                count(entries, Kind.CONTACT),
                count(entries, Kind.ATTEMPT),
                count(entries, Kind.NONE),
                entries);
    }

    private static long count(List<Entry> entries, Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).count();
    }
}
