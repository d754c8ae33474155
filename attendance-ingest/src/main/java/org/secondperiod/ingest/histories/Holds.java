package org.secondperiod.ingest.histories;

/** What the rows of a history are. */
public enum Holds {
    /** What a student was marked on a day; a row without a student says that the day was submitted. */
    ATTENDANCE,
    /** From when to when a student was at a school, in which grade. */
    ENROLMENTS
}
