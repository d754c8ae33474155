package org.secondperiod.outreach.priority;

/** What makes a call a matter of safety, whatever else is said; the gravest first. */
public enum SafetyFlag {
    GUARDIAN_NOT_AWARE,
    WHEREABOUTS_NOT_KNOWN,
    LEFT_FOR_SCHOOL
}
