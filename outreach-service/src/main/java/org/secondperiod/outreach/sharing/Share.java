package org.secondperiod.outreach.sharing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A call and its caller. */
public record Share(String taskId, String caller, Why why) {

    /** Why that caller. */
    @Schema(name = "ShareReason")
    public enum Why {
        REACHED_THE_FAMILY_LAST,
        SPEAKS_THE_LANGUAGE,
        HAS_THE_FEWEST
    }
}
