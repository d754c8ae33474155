package org.secondperiod.kit.ids;

/** A building, which several schools may share. */
public record BuildingId(String value) implements Comparable<BuildingId> {

    public BuildingId {
        Ids.check("BuildingId", value);
    }

    @Override
    public int compareTo(BuildingId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
