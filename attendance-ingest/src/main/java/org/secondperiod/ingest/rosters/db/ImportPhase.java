package org.secondperiod.ingest.rosters.db;

/** How far an import is. */
public enum ImportPhase {
    WAITING,
    /** Rows are read from the archive and staged. */
    READING,
    /** Rows are checked against each other and against what is stored. */
    CHECKING,
    /** Rows become the roster. */
    MERGING,
    /** Students are compared with what was last told of them. The archive is no longer needed. */
    COMPARING,
    FINISHED
}
