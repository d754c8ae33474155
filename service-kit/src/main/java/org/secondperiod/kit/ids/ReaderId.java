package org.secondperiod.kit.ids;

/** A door reader. */
public record ReaderId(String value) implements Comparable<ReaderId> {

    public ReaderId {
        Ids.check("ReaderId", value);
    }

    @Override
    public int compareTo(ReaderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
