package org.secondperiod.kit.audit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditRow.Outcome;
import org.secondperiod.kit.audit.AuditTrail.Who;

/** A request that goes on after it was answered, as a stream does: whom it shows then stands in further rows of the same request. */
public final class OngoingRequest {

    private final Audit audit;
    private final AuditRow begun;
    private final Set<String> roles;

    OngoingRequest(Audit audit, AuditRow begun) {
        this.audit = audit;
        this.begun = begun;
        this.roles = new LinkedHashSet<>(begun.roles());
    }

    /** Whose credential it is. */
    public Who who() {
        return new Who(begun.credential(), begun.subject());
    }

    /** Writes a row: students of these schools have been shown since the last one. */
    public void shown(Set<String> schools, Set<String> students) {
        write(Outcome.DONE, null, schools, students);
    }

    /** Writes a row: it ends here, and these students have not been shown. */
    public void refused(int status, Set<String> students) {
        write(Outcome.REFUSED, status, Set.of(), students);
    }

    private void write(Outcome outcome, @Nullable Integer status, Set<String> schools, Set<String> students) {
        audit.write(new AuditRow(
                begun.action(),
                outcome,
                status,
                begun.operation(),
                begun.credential(),
                begun.subject(),
                roles,
                begun.address(),
                begun.about(),
                schools,
                students,
                begun.requestId()));
    }
}
