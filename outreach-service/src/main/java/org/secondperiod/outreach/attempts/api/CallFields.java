package org.secondperiod.outreach.attempts.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.attempts.Attempt.Note;

/** Reads the fields that requests about calls have in common. */
final class CallFields {

    /** What somebody pastes is kept as it was; a page is 3,000. */
    static final int LONGEST_NOTE = 20_000;

    static final int LONGEST_PROMISE = 500;
    static final int LONGEST_NUMBER = 40;

    private CallFields() {}

    static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The note as it was written; nothing but blanks is none. */
    static @Nullable Note note(String field, @Nullable String text, @Nullable Boolean restricted) {
        if (text != null && text.length() > LONGEST_NOTE) {
            throw Problems.field(field + "note", "has at most " + LONGEST_NOTE + " characters");
        }
        boolean isThere = text != null && !text.isBlank();
        if (Boolean.TRUE.equals(restricted) && !isThere) {
            throw Problems.field(field + "restricted", "is said of a note, and there is none");
        }
        return isThere ? new Note(text, Boolean.TRUE.equals(restricted)) : null;
    }

    /** What a list holds; nothing in it may be missing. */
    static <T> List<T> items(String field, @Nullable List<T> given, int most) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > most) {
            throw Problems.field(field, "has at most " + most + " of them");
        }
        if (given.stream().anyMatch(Objects::isNull)) {
            throw Problems.field(field, "holds a null");
        }
        return given;
    }

    /** A short text as it was typed; nothing but blanks is none. */
    static String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw Problems.field(field, "has 1 to " + longest + " characters");
        }
        return text;
    }

    static @Nullable String number(@Nullable String asGiven, String region) {
        if (asGiven == null) {
            return null;
        }
        String e164 = asGiven.length() > LONGEST_NUMBER ? null : E164.of(asGiven, region);
        if (e164 == null) {
            throw Problems.field(
                    "number", "is no possible phone number: leave it out, and tell by contactId who was called");
        }
        return e164;
    }
}
