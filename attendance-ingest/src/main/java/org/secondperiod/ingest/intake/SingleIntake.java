package org.secondperiod.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;

/** Takes in one fact in a request of its own. */
@ApplicationScoped
public class SingleIntake {

    private static final String SCHOOL = "schoolId";
    private static final String STUDENT = "studentId";

    private final FactIntake intake;
    private final AuditTrail trail;

    SingleIntake(FactIntake intake, AuditTrail trail) {
        this.intake = intake;
        this.trail = trail;
    }

    /** Takes the fact in; an answer means that the broker acknowledged it, or that it waits in quarantine. */
    public SingleAnswer take(InputStream body, FactReader reader, Sender sender) throws IOException {
        var fact = OneObject.read(body, reader.columns(), line -> {
            var read = reader.read(line, sender, null);
            audit(line, reader.columns());
            return read;
        });
        if (!intake.take(List.of(fact), sender).isEmpty()) {
            throw IntakeProblems.idUsed();
        }
        return SingleAnswer.of(fact);
    }

    private void audit(BulkLine line, Columns columns) {
        trail.school(line.id(SCHOOL));
        if (columns.names().contains(STUDENT)) {
            trail.student(line.id(STUDENT));
        }
    }
}
