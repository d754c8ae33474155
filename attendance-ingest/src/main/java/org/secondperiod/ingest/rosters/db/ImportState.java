package org.secondperiod.ingest.rosters.db;

/** How an import ends. */
public enum ImportState {
    /** Received; waiting, or being worked on. */
    RUNNING,
    DONE,
    /** Nothing could be used; the reason says why. */
    FAILED,
    /** Nothing was written, by the shrink guard. */
    REFUSED
}
