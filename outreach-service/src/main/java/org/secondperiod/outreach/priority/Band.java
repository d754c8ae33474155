package org.secondperiod.outreach.priority;

/** Who is called first. */
public enum Band {
    /** A child may be in danger, or is very young. */
    SAFETY(1),
    /** A student who is hardly ever absent. */
    OUT_OF_CHARACTER(2),
    /** What has been won may be lost today. */
    RELATIONSHIP(3),
    THE_REST(4);

    private final int number;

    Band(int number) {
        this.number = number;
    }

    /** 1 is called first. */
    public int number() {
        return number;
    }

    /** The band of that number. */
    public static Band of(int number) {
        return values()[number - 1];
    }
}
