package org.secondperiod.entry.architecture.readers;

import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.scans.ScanPolicy;

/** What the architecture tests must catch. */
@Path("/not-an-api-package")
public final class BreaksEveryRule {

    /** Asks the system what time it is, speaks SQL, and knows of scans. */
    public Instant moment(Handle handle, ScanPolicy policy) {
        handle.execute("SELECT 1");
        return Instant.now().minus(policy.oldest());
    }
}
