package org.secondperiod.reporting.architecture.arithmetic;

import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.StandingChanged;
import org.secondperiod.reporting.years.Told;

/** What the architecture tests must catch. */
@Path("/not-an-api-package")
public final class BreaksEveryRule {

    /** Asks the system what time it is, speaks SQL, and knows of a contract and of what is stored. */
    public Instant moment(Handle handle, StandingChanged event, Told told) {
        handle.execute("SELECT 1");
        return event.version() > told.version() ? Instant.now() : event.recordedAt();
    }
}
