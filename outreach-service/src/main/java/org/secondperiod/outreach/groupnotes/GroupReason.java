package org.secondperiod.outreach.groupnotes;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What many students have in common today. */
@Schema(name = "GroupReason")
public enum GroupReason {
    /** A late bus, a broken line. */
    TRANSPORT,
    WEATHER,
    /** Something of the school's: a trip that came back late, a door that stayed shut. */
    SCHOOL,
    ILLNESS,
    RELIGIOUS,
    OTHER
}
