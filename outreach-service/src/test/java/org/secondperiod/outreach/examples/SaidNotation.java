package org.secondperiod.outreach.examples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.Said;

/**
 * What a call was logged as, as the tables write it: {@code reached guardian; coming in today by 10:15; reason transport; flag
 * guardian not aware; next refer to nurse; owner osei; due 2026-10-15T12:00}.
 */
public final class SaidNotation {

    private final Times times;
    private @Nullable Outcome outcome;
    private @Nullable Result result;
    private @Nullable Instant comingBy;
    private @Nullable ReasonToday reason;
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private @Nullable NextStep next;
    private @Nullable ReferTo referTo;
    private @Nullable Instant again;
    private @Nullable LocalDate through;
    private @Nullable String owner;
    private @Nullable Instant due;

    private SaidNotation(Times times) {
        this.times = times;
    }

    public static Said read(String text, Times times) {
        SaidNotation notation = new SaidNotation(times);
        for (String part : text.split("; ?")) {
            notation.part(part.strip());
        }
        return notation.said();
    }

    private void part(String part) {
        int space = part.indexOf(' ');
        String key = space < 0 ? part : part.substring(0, space);
        String rest = space < 0 ? "" : part.substring(space + 1);
        switch (key) {
            case "reason" -> reason = code(ReasonToday.class, rest);
            case "flag" -> flags.add(code(Flag.class, rest));
            case "refer" -> referTo = code(ReferTo.class, rest.substring("to ".length()));
            case "next" -> next = code(NextStep.class, rest);
            case "again" -> again = times.read(rest);
            case "through" -> through = LocalDate.parse(rest);
            case "owner" -> owner = rest;
            case "due" -> due = times.read(rest);
            case "by" -> comingBy = times.read(rest);
            case "result" -> result = code(Result.class, rest);
            default -> outcome = code(Outcome.class, part);
        }
    }

    private Said said() {
        if (outcome == null) {
            throw new IllegalArgumentException("no outcome");
        }
        return new Said(outcome, result, comingBy, reason, flags, next, referTo, again, through, owner, due);
    }

    private static <E extends Enum<E>> E code(Class<E> type, String words) {
        return Enum.valueOf(type, words.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
