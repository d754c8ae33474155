package org.secondperiod.kit.requests;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.secondperiod.kit.identity.Access;

/** Something that must not happen twice. */
@Path("/v1/counter")
public class CounterResource {

    private static final AtomicInteger TOTAL = new AtomicInteger();

    private final IdempotentRequests requests;
    private final Access access;

    CounterResource(IdempotentRequests requests, Access access) {
        this.requests = requests;
        this.access = access;
    }

    public record Count(String schoolId, int amount) {}

    public record Counted(int total) {}

    @POST
    public Counted count(@HeaderParam("Idempotency-Key") String key, Count count) {
        access.as("roster:write").at(count.schoolId());
        return requests.once(key, count, Counted.class, tx -> new Counted(TOTAL.addAndGet(count.amount())));
    }
}
