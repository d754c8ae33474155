package org.secondperiod.outreach.dialling;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.FamilyContact;

/**
 * Somebody to call, or not, with numbers.
 *
 * @param kind where we know them from
 * @param askedNotTo they have asked not to be called
 * @param bestTime when they have been reached before; null if they never were
 */
public record Callee(
        Kind kind,
        FamilyContact contact,
        boolean askedNotTo,
        @Nullable BestTime bestTime,
        List<JudgedNumber> numbers) {

    /** Where we know somebody from. */
    @Schema(name = "CalleeKind")
    public enum Kind {
        /** A contact of the roster. */
        CONTACT,
        /** The student, by a number of their own. */
        STUDENT,
        /** Somebody whose number staff have found. */
        FOUND
    }
}
