package org.secondperiod.kit.ids;

/** A school, by the district's own id. */
public record SchoolId(String value) implements Comparable<SchoolId> {

    public SchoolId {
        Ids.check("SchoolId", value);
    }

    @Override
    public int compareTo(SchoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
