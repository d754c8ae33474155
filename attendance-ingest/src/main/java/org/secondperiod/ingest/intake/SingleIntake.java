package org.secondperiod.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes in one fact in a request of its own. */
@ApplicationScoped
public class SingleIntake {

    private final FactIntake intake;

    SingleIntake(FactIntake intake) {
        this.intake = intake;
    }

    /** Takes the fact in; an answer means that the broker acknowledged it, or that it waits in quarantine. */
    public SingleAnswer take(InputStream body, FactReader reader, Sender sender) throws IOException {
        var fact = OneObject.read(body, reader.columns(), line -> reader.read(line, sender, null));
        if (!intake.take(List.of(fact), sender).isEmpty()) {
            throw IntakeProblems.idUsed();
        }
        return SingleAnswer.of(fact);
    }
}
