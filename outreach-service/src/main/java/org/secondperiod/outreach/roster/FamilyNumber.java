package org.secondperiod.outreach.roster;

import org.jspecify.annotations.Nullable;

/**
 * A number of a family.
 *
 * @param asGiven as the roster had it
 * @param e164 none where it is not a possible number
 * @param type mobile, home, work, fax and so on, as far as the roster tells
 * @param problem why it can not be dialled, where it can not
 */
public record FamilyNumber(
        String asGiven,
        @Nullable String e164,
        @Nullable String type,
        @Nullable String problem) {

    /** Shows no number, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "FamilyNumber";
    }
}
