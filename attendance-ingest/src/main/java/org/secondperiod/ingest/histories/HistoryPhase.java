package org.secondperiod.ingest.histories;

/** How far it is. */
public enum HistoryPhase {
    WAITING,
    /** All of it is read, and nothing told. */
    CHECKING,
    /** It is told, from where it stood if it was interrupted. */
    TELLING,
    FINISHED
}
