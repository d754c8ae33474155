package org.secondperiod.ingest.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.kit.audit.AuditTrail;

/** Tells the audit whose facts are shown, run again or given up. */
@ApplicationScoped
public class AuditedFacts {

    private final AuditTrail trail;

    AuditedFacts(AuditTrail trail) {
        this.trail = trail;
    }

    /** One that is shown, among others. */
    public void shown(Waiting fact) {
        trail.school(fact.schoolId());
        String student = fact.studentId();
        if (student != null) {
            trail.student(student);
        }
    }

    /** One that something is done with. */
    void touched(Waiting fact) {
        trail.about(fact.eventId());
        shown(fact);
    }
}
