package org.secondperiod.outreach.grants;

import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.kit.grants.Grant;

/**
 * A grant with who gave and last changed it.
 *
 * @param why of the last change
 */
public record StaffGrant(
        Grant grant, String grantedBy, Instant grantedAt, String changedBy, Instant changedAt, String why) {

    /** Whether it gives something. */
    @Schema(name = "GrantState")
    public enum State {
        IN_FORCE,
        ENDED,
        REVOKED
    }

    /** What a change did. */
    public enum What {
        GRANTED,
        CHANGED,
        REVOKED
    }

    /** One that was just given. */
    static StaffGrant given(Grant grant, String by, Instant now, String why) {
        return new StaffGrant(grant, by, now, by, now, why);
    }

    StaffGrant changed(Grant to, String by, Instant now, String why) {
        return new StaffGrant(to, grantedBy, grantedAt, by, now, why);
    }

    StaffGrant revoked(String by, Instant now, String why) {
        Grant ended = new Grant(
                grant.grantId(),
                grant.subject(),
                grant.role(),
                grant.schools(),
                grant.rights(),
                end(),
                true,
                grant.version() + 1);
        return changed(ended, by, now, why);
    }

    /** When it ends; every grant does. */
    public Instant end() {
        return Objects.requireNonNull(grant.expiresAt());
    }

    public State state(Instant now) {
        if (grant.revoked()) {
            return State.REVOKED;
        }
        return grant.isInForce(now) ? State.IN_FORCE : State.ENDED;
    }
}
