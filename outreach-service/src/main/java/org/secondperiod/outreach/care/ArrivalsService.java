package org.secondperiod.outreach.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.escalations.EscalationService;
import org.secondperiod.outreach.promises.PromiseService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Tells everything that waits for a student that the student is here. */
@ApplicationScoped
public class ArrivalsService {

    private final PromiseService promises;
    private final EscalationService escalations;

    ArrivalsService(PromiseService promises, EscalationService escalations) {
        this.promises = promises;
        this.escalations = escalations;
    }

    /** These students are known to be here since then. */
    public void arrived(Handle tx, Map<StudentAtSchool, Instant> since, Instant now) {
        promises.arrived(tx, since, now);
        escalations.arrived(tx, since, now);
    }
}
