package org.secondperiod.bench.access;

/** What is asked about access; each can be measured without the others. */
public enum Question {
    /** What the audit costs those who read. */
    AUDIT,
    /** What row-level security costs those who read. */
    ROWS,
    /** What row-level security costs the join. */
    JOIN,
    /** How soon the audit says whose data somebody saw, over a year of rows. */
    YEAR
}
