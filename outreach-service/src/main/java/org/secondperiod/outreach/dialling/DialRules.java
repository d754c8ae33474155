package org.secondperiod.outreach.dialling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.FamilyNumber;

/** Whether a number may be dialled now. What bars the contact comes before what is wrong with the number, and that before the hour. */
public final class DialRules {

    private static final String FAX = "fax";

    private DialRules() {}

    /**
     * Why not; null where it may be dialled.
     *
     * @param contactBarred a restriction, a court order or do-not-call bars the call itself
     * @param zone of the clock by which it is too early or too late
     */
    public static @Nullable WhyNot whyNot(
            boolean contactBarred,
            boolean contactAskedNotTo,
            FamilyNumber number,
            Health health,
            PermittedHours hours,
            Instant now,
            ZoneId zone) {
        if (contactBarred) {
            return WhyNot.CONTACT_BARRED;
        }
        if (contactAskedNotTo || health == Health.ASKED_NOT_TO_BE_CALLED) {
            return WhyNot.ASKED_NOT_TO_BE_CALLED;
        }
        if (number.type() != null && number.type().toLowerCase(Locale.ROOT).contains(FAX)) {
            return WhyNot.FAX;
        }
        if (number.e164() == null || number.problem() != null) {
            return WhyNot.NO_NUMBER;
        }
        if (health == Health.WRONG) {
            return WhyNot.WRONG_NUMBER;
        }
        if (health == Health.NOT_IN_SERVICE) {
            return WhyNot.NOT_IN_SERVICE;
        }
        return hours.holdAt(now, zone) ? null : WhyNot.OUTSIDE_HOURS;
    }
}
