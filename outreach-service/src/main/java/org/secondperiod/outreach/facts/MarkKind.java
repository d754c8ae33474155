package org.secondperiod.outreach.facts;

/** What an attendance code means to the decision. The district's own code is mapped before it gets here. */
public enum MarkKind {
    ABSENT,
    EXCUSED,
    PRESENT,
    TARDY,
    /** Nobody has said what the code means: a question, which decides nothing. */
    UNKNOWN;

    /** Whether the mark says that the student was there, on time or late. */
    public boolean saysHere() {
        return this == PRESENT || this == TARDY;
    }

    /** Whether the code has a meaning. */
    public boolean isKnown() {
        return this != UNKNOWN;
    }
}
