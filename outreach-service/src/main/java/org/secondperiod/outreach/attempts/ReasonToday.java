package org.secondperiod.outreach.attempts;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the student is not there today, as it was said. */
@Schema(name = "ReasonToday")
public enum ReasonToday {
    ILLNESS,
    APPOINTMENT,
    FAMILY_EMERGENCY,
    TRANSPORT,
    OVERSLEPT,
    CARING_FOR_A_RELATIVE,
    WORK,
    SAFETY_OR_CONFLICT,
    BEREAVEMENT,
    RELIGIOUS,
    TRAVEL,
    THOUGHT_NO_SCHOOL,
    NOT_SAID,
    OTHER;

    /** As it stands on a topic, such as {@code family-emergency}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
