package org.secondperiod.reporting.contacts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.contacts.ContactRecord.Entry;
import org.secondperiod.reporting.contacts.ContactRecord.Kind;
import org.secondperiod.reporting.contacts.ContactRecord.Reached;
import org.secondperiod.reporting.facts.StudentDay;

/**
 * A call or conversation as it is kept.
 *
 * @param channel none: of a time at which only calls and conversations were told apart
 */
public record Logged(
        String contactId,
        StudentDay of,
        @Nullable String channel,
        boolean outgoing,
        Instant at,
        String outcome,
        @Nullable String result,
        @Nullable String reason,
        @Nullable Instant comingBy,
        @Nullable String nextStep,
        String staffId,
        @Nullable String calledInError) {

    private static final String REACHED = "REACHED_";

    /** As an entry, in the school's time zone. */
    Entry entry(ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        Reached reached = outcome.startsWith(REACHED) ? Reached.valueOf(outcome.substring(REACHED.length())) : null;
        return new Entry(
                reached == null ? Kind.ATTEMPT : Kind.CONTACT,
                of.studentId(),
                of.schoolId(),
                of.day(),
                channel == null && outgoing ? "OUTGOING_CALL" : channel,
                at,
                there.toLocalDate(),
                there.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                reached,
                outcome,
                result,
                reason,
                comingBy,
                nextStep,
                staffId,
                calledInError,
                contactId);
    }

    /** That nobody tried. */
    static Entry none(StudentDay of) {
        return new Entry(
                Kind.NONE,
                of.studentId(),
                of.schoolId(),
                of.day(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
