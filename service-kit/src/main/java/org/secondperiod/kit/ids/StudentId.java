package org.secondperiod.kit.ids;

/** A student, by the roster's opaque id. */
public record StudentId(String value) implements Comparable<StudentId> {

    public StudentId {
        Ids.check("StudentId", value);
    }

    @Override
    public int compareTo(StudentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
