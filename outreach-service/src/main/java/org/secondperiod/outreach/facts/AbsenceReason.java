package org.secondperiod.outreach.facts;

/** Why the school already expects a student to be away. */
public enum AbsenceReason {
    TRIP("on a trip"),
    SUSPENSION("suspended"),
    MEDICAL("away for a medical reason"),
    RELIGIOUS("away for a religious observance"),
    FAMILY_REPORTED("reported absent by the family"),
    RELEASED("released"),
    REMOTE("learning remotely");

    private final String words;

    AbsenceReason(String words) {
        this.words = words;
    }

    /** Reads after "The student is ...". */
    public String words() {
        return words;
    }
}
