package org.secondperiod.outreach.tasks;

import org.secondperiod.outreach.whereabouts.Whereabouts;

/** The first thing a caller reads. */
public final class FirstLine {

    private FirstLine() {}

    /** @param name what the student is called, such as "Ana" */
    public static String of(String name, boolean weakEvidence, Whereabouts whereabouts) {
        return weakEvidence ? "Is " + name + " on the way to school?" : name + " is missing.";
    }
}
