package org.secondperiod.ingest.codes;

import org.secondperiod.kit.ids.SchoolId;

/**
 * For whom a set of codes holds.
 *
 * @param key a school's id, or {@code *} (which no school's id can be) for the district
 */
public record CodeScope(String key) {

    /** All schools, where a school has no code of its own. */
    public static final CodeScope DISTRICT = new CodeScope("*");

    /** One school. */
    public static CodeScope of(SchoolId school) {
        return new CodeScope(school.value());
    }
}
