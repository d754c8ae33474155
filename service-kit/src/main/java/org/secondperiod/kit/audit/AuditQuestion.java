package org.secondperiod.kit.audit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Outcome;
import org.secondperiod.kit.bulk.Rfc3339;
import org.secondperiod.kit.input.Calendars;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.MachineClock;

/**
 * Which rows are asked for: of a credential, from an address, or refused, between two times.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record AuditQuestion(
        @Nullable String subject,
        @Nullable String address,
        @Nullable Outcome outcome,
        @Nullable String school,
        Instant from,
        Instant to) {

    private static final Duration USUAL = Duration.ofDays(1);

    /** As it is asked; the last 24 hours where no time is. Who names neither who nor where asks for everything, which is refused. */
    public static AuditQuestion of(
            @Nullable String subject,
            @Nullable String address,
            @Nullable Outcome outcome,
            @Nullable String school,
            @Nullable String from,
            @Nullable String to) {
        if (subject == null && address == null && outcome != Outcome.REFUSED) {
            throw Problems.field("subject", "or address must be given, or outcome=REFUSED for all refusals");
        }
        Instant until = to == null ? MachineClock.now().plusSeconds(1) : time("to", to);
        Instant since = from == null ? until.minus(USUAL) : time("from", from);
        return new AuditQuestion(subject, address, outcome, school, since, until);
    }

    private static Instant time(String field, String text) {
        Instant time;
        try {
            time = Rfc3339.parse(text);
        } catch (DateTimeException e) {
            throw Problems.field(field, "must be a time like 2026-10-14T08:00:00-04:00");
        }
        String fault = Calendars.fault(time);
        if (fault != null) {
            throw Problems.field(field, fault);
        }
        return time;
    }
}
