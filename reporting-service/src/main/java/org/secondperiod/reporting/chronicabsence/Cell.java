package org.secondperiod.reporting.chronicabsence;

/**
 * The students of one grade at one school.
 *
 * @param grade empty: those without one
 */
public record Cell(Of of, Sums sums, Whole shownIn) {

    /** Which. */
    public record Of(String schoolId, String grade) implements Comparable<Of> {

        @Override
        public int compareTo(Of other) {
            int bySchool = schoolId.compareTo(other.schoolId);
            return bySchool == 0 ? grade.compareTo(other.grade) : bySchool;
        }
    }

    /** The smallest whole that is shown with these students in it. */
    public enum Whole {
        /** They have numbers of their own. */
        GRADE,
        /** They are too few, or would tell of others who are: they are in their school's numbers only. */
        SCHOOL,
        /** So is all of the school. */
        DISTRICT
    }

    public String schoolId() {
        return of.schoolId();
    }
}
