package org.secondperiod.ingest.knownabsences;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.intake.OneObject;
import org.secondperiod.ingest.intake.Sender;

/** Takes in one known absence, named by its path. */
@ApplicationScoped
public class OneKnownAbsence {

    private final KnownAbsencesService service;
    private final DeclaredCheck check;

    OneKnownAbsence(KnownAbsencesService service, DeclaredCheck check) {
        this.service = service;
        this.check = check;
    }

    /** Declares it; returns what stands now. */
    public Declared put(String absenceId, InputStream body, Sender sender, @Nullable String ifMatch)
            throws IOException {
        var declared = OneObject.read(body, DeclaredLine.NAMED, line -> {
            var read = DeclaredLine.read(line, absenceId, sender);
            check.check(line, read);
            return read;
        });
        return service.put(declared, sender, ifMatch);
    }
}
