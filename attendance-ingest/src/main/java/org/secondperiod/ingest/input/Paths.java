package org.secondperiod.ingest.input;

import org.secondperiod.kit.ids.SchoolId;

/** Reads what stands in a path. */
public final class Paths {

    private Paths() {}

    /** The school of a path. */
    public static SchoolId schoolId(String value) {
        return new SchoolId(id("schoolId", value));
    }

    /** An id of a path; refuses (422) one that cannot be an id. */
    public static String id(String name, String value) {
        var fields = new Fields();
        fields.id(name, value);
        fields.throwIfBad();
        return value;
    }
}
