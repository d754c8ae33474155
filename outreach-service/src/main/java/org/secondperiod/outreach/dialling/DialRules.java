package org.secondperiod.outreach.dialling;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyNumber;

/** Whether a number may be dialled now. What bars the contact comes before what is wrong with the number, and that before the hour. */
public final class DialRules {

    private static final String FAX = "fax";

    private DialRules() {}

    /** Why nobody calls a contact, by whatever number; null where somebody may. A restriction bars the call whatever a student of age says. */
    public static @Nullable WhyNot ofContact(FamilyContact contact, boolean askedNotTo) {
        if (!contact.callable()) {
            return WhyNot.CONTACT_BARRED;
        }
        if (!contact.mayBeCalled()) {
            return WhyNot.NO_CONSENT;
        }
        return askedNotTo ? WhyNot.ASKED_NOT_TO_BE_CALLED : null;
    }

    /**
     * Why not; null where it may be dialled.
     *
     * @param ofContact why nobody calls the contact; null where somebody may
     * @param zone of the clock by which it is too early or too late
     */
    public static @Nullable WhyNot whyNot(
            @Nullable WhyNot ofContact,
            FamilyNumber number,
            Health health,
            PermittedHours hours,
            Instant now,
            ZoneId zone) {
        if (ofContact != null) {
            return ofContact;
        }
        if (health == Health.ASKED_NOT_TO_BE_CALLED) {
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
