package org.secondperiod.outreach.facts;

/** Which way a badge went past a reader. A passage (a hall sweep) proves presence and no direction. */
public enum Direction {
    IN,
    OUT,
    PASSAGE;

    /** Whether the student was in the building just after the scan. */
    public boolean provesPresence() {
        return this != OUT;
    }
}
