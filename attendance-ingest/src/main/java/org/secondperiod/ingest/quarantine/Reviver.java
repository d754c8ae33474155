package org.secondperiod.ingest.quarantine;

import org.secondperiod.ingest.quarantine.Waiting.FactKind;

/** Runs one kind of fact again. */
public interface Reviver {

    /** Which kind. */
    FactKind fact();

    /** What the fact becomes, as codes and schools are now. */
    Revived revive(Waiting waiting);
}
