package org.secondperiod.reporting.facts;

import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.MarkKind;

/**
 * One version of a mark.
 *
 * @param reason the coded reason, where there is one
 */
public record Mark(
        StudentDay of,
        String period,
        MarkKind kind,
        @Nullable String reason,
        boolean withdrawn,
        Version version) {

    /** What a mark is one version of. */
    public record Identity(StudentDay of, String period) {}

    public Identity identity() {
        return new Identity(of, period);
    }
}
