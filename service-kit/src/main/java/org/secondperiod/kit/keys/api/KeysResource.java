package org.secondperiod.kit.keys.api;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.keys.KeyReport;
import org.secondperiod.kit.keys.KeyReports;

/** How far a change of keys is. A service that keeps nothing sealed switches it off with {@code secondperiod.keys.endpoint=none}. */
@UnlessBuildProperty(name = "secondperiod.keys.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation", description = "Dead letters and replay; for the role admin")
public class KeysResource {

    private final KeyReports reports;
    private final Access access;

    KeysResource(KeyReports reports, Access access) {
        this.reports = reports;
        this.access = access;
    }

    @GET
    @NotAudited("it counts values by the names of keys, and tells of nobody")
    @Operation(
            operationId = "reportKeys",
            summary = "How many values lie under which key of the district, and which keys are unused here",
            description = "Never a key. Each call counts, which reads the tables in question once.")
    public KeyReport report() {
        access.as("admin").everywhere();
        return reports.now();
    }
}
