package org.secondperiod.ingest.rosters.db;

/** What an import changed at a school, in students. */
public record SchoolTally(String schoolId, long added, long changed, long departed, long unchanged) {

    public SchoolTally plus(SchoolTally other) {
        return new SchoolTally(
                schoolId,
                added + other.added,
                changed + other.changed,
                departed + other.departed,
                unchanged + other.unchanged);
    }
}
