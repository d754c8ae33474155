package org.secondperiod.outreach.draw;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.draw.db.ApprovalStore;
import org.secondperiod.outreach.draw.db.OfferStore;
import org.secondperiod.outreach.draw.db.PlaceStore;
import org.secondperiod.outreach.tasks.StoredTask;

/** Draws equals once the district has approved it, and keeps where each offer stood. */
@ApplicationScoped
public class DrawService {

    private final ApprovalStore approvals;
    private final OfferStore offers;
    private final PlaceStore places;

    DrawService(ApprovalStore approvals, OfferStore offers, PlaceStore places) {
        this.approvals = approvals;
        this.offers = offers;
        this.places = places;
    }

    /** By what equals are drawn; null where nobody has approved it, or the approval was taken back. */
    public @Nullable String seed(Handle handle) {
        return approvals
                .inForce(handle)
                .filter(Approval::approved)
                .map(Approval::seed)
                .orElse(null);
    }

    /** Decides whether equals are drawn from now on. Each approval has a seed of its own. */
    public Approval decide(Handle tx, boolean approved, String why, String by, Instant now) {
        Approval approval = new Approval(approved, UUID.randomUUID().toString(), why, by, now);
        approvals.add(tx, approval);
        return approval;
    }

    /** Where tasks that open stand among their equals, by task; of none where nothing is drawn. */
    public Map<String, Drawn> opened(Handle tx, Collection<String> taskIds) {
        return taskIds.isEmpty() ? Map.of() : places.of(tx, taskIds);
    }

    /** The task is given to a caller who asked for the next one. */
    public void offered(Handle tx, StoredTask task, String caller, Instant now) {
        offers.add(tx, task.taskId(), caller, seed(tx) != null, now);
    }
}
