package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to help. */
@Schema(name = "ReferTo")
public enum ReferTo {
    NURSE,
    COUNSELLOR,
    SOCIAL_WORKER,
    ATTENDANCE_TEAM
}
