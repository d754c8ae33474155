package org.secondperiod.reporting.arithmetic;

/** What a mark says. */
public enum MarkKind {
    PRESENT,
    LATE,
    /** There for a part of it. */
    PARTIAL,
    EXCUSED,
    ABSENT,
    /** Nobody has said what its code means. */
    UNKNOWN;

    /** Whether it is an absence; excused and unexcused count alike. */
    public boolean isAbsence() {
        return this == EXCUSED || this == ABSENT;
    }
}
