package org.secondperiod.ingest.rosters;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.secondperiod.ingest.rosters.db.SchoolTally;
import org.secondperiod.ingest.rosters.db.Unchanged;
import org.secondperiod.ingest.rosters.people.ProfileChange;

/** Counts what a comparison found, school by school; its size grows with the schools, never with the students. */
final class Tally {

    private final Map<String, SchoolTally> bySchool = new HashMap<>();
    private long students;
    private long told;

    Tally(long students) {
        this.students = students;
    }

    void add(ProfileChange change) {
        told += change.toTell() ? 1 : 0;
        change.bySchool(
                school -> count(new SchoolTally(school, 1, 0, 0, 0)),
                school -> count(new SchoolTally(school, 0, 0, 1, 0)),
                school -> count(new SchoolTally(school, 0, 1, 0, 0)),
                school -> count(new SchoolTally(school, 0, 0, 0, 1)));
    }

    void add(Tally other) {
        students += other.students;
        told += other.told;
        other.bySchool.values().forEach(this::count);
    }

    void add(Unchanged unchanged) {
        students += unchanged.students();
        unchanged.schools().forEach(this::count);
    }

    long students() {
        return students;
    }

    long told() {
        return told;
    }

    Collection<SchoolTally> schools() {
        return bySchool.values();
    }

    private void count(SchoolTally one) {
        bySchool.merge(one.schoolId(), one, SchoolTally::plus);
    }
}
