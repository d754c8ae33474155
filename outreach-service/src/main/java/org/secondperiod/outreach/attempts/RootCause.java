package org.secondperiod.outreach.attempts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why at the root: set after the call by somebody who knows the student, and never shown to a family. */
@Schema(name = "RootCause")
public enum RootCause {
    BARRIER,
    AVERSION,
    DISENGAGEMENT,
    MISCONCEPTION
}
