package org.secondperiod.outreach.architecture.facts;

import jakarta.ws.rs.Path;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Scan;

/** Does all that the architecture forbids; it proves that the rules catch it. */
@Path("/nowhere")
public class BreaksEveryRule {

    Instant late(Handle handle, Scan scan) {
        handle.execute("SELECT 1");
        return scan.scannedAt().isAfter(Instant.now()) ? scan.scannedAt() : Instant.now();
    }
}
