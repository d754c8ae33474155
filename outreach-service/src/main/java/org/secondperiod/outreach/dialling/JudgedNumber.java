package org.secondperiod.outreach.dialling;

import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.FamilyNumber;

/**
 * A number, and whether it may be dialled now.
 *
 * @param foundId the id under which staff entered it; null where the roster has it
 * @param whyNot null where it may be dialled
 * @param last when it was dialled last, and what came of it; null if it never was
 */
public record JudgedNumber(
        FamilyNumber number,
        @Nullable String foundId,
        Health health,
        @Nullable WhyNot whyNot,
        @Nullable Dialled last) {

    public boolean mayBeDialledNow() {
        return whyNot == null;
    }

    /** Whether it is of use, now or at another hour. */
    public boolean isUsable() {
        return whyNot == null || whyNot.passes();
    }
}
