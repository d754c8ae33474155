package org.secondperiod.bench.baseline;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Scan;

/** A student's day as an entity: its facts, and what they come to. */
@Entity
@Table(name = "student_day")
class StudentDayEntity {

    @Id
    String id = "";

    String student = "";
    String school = "";
    long day;
    boolean marked;
    int category;
    long version;
    long takenAt;
    boolean deleted;
    String building = "";
    long firstIn;
    long lastIn;
    long lastOut;
    String state = "";
    String explanation = "";

    void add(AbsenceMark mark) {
        DayMark latest = DayMark.with(mark(), mark);
        marked = true;
        school = latest.school();
        category = latest.category().ordinal();
        version = latest.version();
        takenAt = latest.takenAt();
        deleted = latest.deleted();
        decide();
    }

    void add(Scan scan) {
        DayScans all = DayScans.with(scans(), scan);
        building = all.building();
        firstIn = all.firstIn();
        lastIn = all.lastIn();
        lastOut = all.lastOut();
        decide();
    }

    private void decide() {
        Decided decided = Decided.of(student, mark(), scans());
        school = decided.school();
        state = decided.state();
        explanation = decided.explanation();
    }

    private @Nullable DayMark mark() {
        return marked
                ? new DayMark(day, school, AttendanceCategory.values()[category], version, takenAt, deleted)
                : null;
    }

    private @Nullable DayScans scans() {
        return lastIn > 0 || lastOut > 0 ? new DayScans(day, building, firstIn, lastIn, lastOut) : null;
    }
}
