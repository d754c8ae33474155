package org.secondperiod.reporting.facts;

/**
 * One version of the signal that attendance was submitted.
 *
 * @param classId empty: the whole school
 */
public record Submission(SchoolDate of, String period, String classId, boolean withdrawn, Version version) {

    /** What it is one version of. */
    public record Identity(SchoolDate of, String period, String classId) {}

    public Identity identity() {
        return new Identity(of, period, classId);
    }
}
