package org.secondperiod.reporting.arithmetic;

/** By what the day is judged at a school that marks periods and not the day. */
public enum StatusRule {
    /** As the mark of the trigger period says. */
    TRIGGER_PERIOD,
    /** Absent in at least half of the day's periods. */
    HALF_OF_PERIODS
}
