package org.secondperiod.ingest.input;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Problems.Violation;

/** Checks the fields of a request body and collects what is wrong with them. */
public final class Fields {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final String MUST_BE_GIVEN = "must be given";

    private final List<Violation> violations = new ArrayList<>(0);

    /** What was refused. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** Ends the check: what was refused becomes a problem (422). */
    public void throwIfBad() {
        if (!violations.isEmpty()) {
            throw Problems.fields(violations());
        }
    }

    /** Refuses a field. */
    public void refuse(String field, String reason) {
        violations.add(new Violation(field, reason));
    }

    /** Something that must be given; whether it is. */
    public boolean given(String field, @Nullable Object value) {
        if (value == null) {
            refuse(field, MUST_BE_GIVEN);
        }
        return value != null;
    }

    /** An id: 1 to 64 characters out of a safe alphabet. */
    public void id(String field, @Nullable String value) {
        if (given(field, value) && !Ids.isId(value)) {
            refuse(field, "must be 1 to 64 characters out of A-Z a-z 0-9 . _ : -");
        }
    }

    /** An id that may be missing. */
    public void optionalId(String field, @Nullable String value) {
        if (value != null) {
            id(field, value);
        }
    }

    /** A period's name. */
    public void name(String field, @Nullable String value) {
        var fault = value == null ? MUST_BE_GIVEN : Names.fault(value);
        if (fault != null) {
            refuse(field, fault);
        }
    }

    /** A code: like a name, but it may be empty. */
    public void code(String field, @Nullable String value) {
        if (value == null || !value.isEmpty()) {
            name(field, value);
        }
    }

    /** A text of at most so many characters. */
    public void text(String field, @Nullable String value, int longest) {
        if (given(field, value) && (value.isBlank() || value.length() > longest)) {
            refuse(field, "must have 1 to %d characters".formatted(longest));
        }
    }

    /** A number between two others, both inclusive. */
    public void between(String field, int value, int least, int most) {
        if (value < least || value > most) {
            refuse(field, "must be from %d to %d".formatted(least, most));
        }
    }

    /** A date of this century. */
    public void day(String field, @Nullable LocalDate day) {
        if (given(field, day) && (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY))) {
            refuse(field, "must be a date from 2000-01-01 to 2099-12-31");
        }
    }
}
