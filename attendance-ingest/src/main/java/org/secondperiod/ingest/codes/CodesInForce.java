package org.secondperiod.ingest.codes;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.secondperiod.ingest.codes.db.CodesStore;
import org.secondperiod.ingest.memory.Remembered;

/** The codes in force, from memory; a change on another replica is seen within a second. */
@ApplicationScoped
public class CodesInForce {

    private final Map<CodeScope, List<MappedCode>> fromFile;
    private final Remembered<AttendanceCodes> codes;

    CodesInForce(CodesConfig config, CodesStore store) {
        this.fromFile = config.file().map(CodesFile::read).orElse(Map.of());
        this.codes = new Remembered<>(store::revision, () -> AttendanceCodes.of(fromFile, store.all()));
    }

    /** A file that cannot be understood stops the start. */
    void readFileAtStart(@Observes StartupEvent start) {
        codes.get();
    }

    /** What holds now. */
    public AttendanceCodes get() {
        return codes.get();
    }

    AttendanceCodes refresh() {
        return codes.refresh();
    }
}
