package org.secondperiod.kit.requests;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Access;

/** Something that must not happen twice. */
@Path("/v1/counter")
public class CounterResource {

    private static final AtomicInteger TOTAL = new AtomicInteger();

    private final IdempotentRequests requests;
    private final Access access;
    private final AuditTrail trail;

    CounterResource(IdempotentRequests requests, Access access, AuditTrail trail) {
        this.requests = requests;
        this.access = access;
        this.trail = trail;
    }

    public record Count(String schoolId, int amount) {}

    public record Counted(int total) {}

    @POST
    public Counted count(@HeaderParam("Idempotency-Key") String key, Count count) {
        access.as("roster:write").at(count.schoolId());
        return requests.once(key, count, Counted.class, tx -> new Counted(TOTAL.addAndGet(count.amount())));
    }

    /** Something about a student that must not happen twice. */
    @POST
    @Path("/{student}")
    @Operation(operationId = "countStudent")
    public Counted countStudent(@HeaderParam("Idempotency-Key") String key, @PathParam("student") String student) {
        access.as("roster:write");
        return requests.once(key, List.of("student", student), Counted.class, tx -> {
            trail.student(student);
            return new Counted(TOTAL.incrementAndGet());
        });
    }
}
