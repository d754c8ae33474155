package org.secondperiod.ingest.histories;

/** Whether it goes on. */
public enum HistoryState {
    RUNNING,
    DONE,
    /** It could be read and is not to be used as it is; nothing of it was told. */
    REFUSED,
    /** It could not be read. */
    FAILED
}
