package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;

/** Makes up marks; now and then one whose code nobody has mapped, and often its meaning later, or even before. */
record MadeUpMarks(Chance chance, String name, LocalDate day, List<MadeUpSchool> schools, Times times) {

    private static final List<AttendanceCategory> CATEGORIES = List.of(
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.UNEXCUSED_ABSENCE,
            AttendanceCategory.EXCUSED_ABSENCE,
            AttendanceCategory.PRESENT,
            AttendanceCategory.TARDY,
            AttendanceCategory.PARTIAL,
            AttendanceCategory.IN_ATTENDANCE,
            AttendanceCategory.EARLY_DEPARTURE,
            AttendanceCategory.UNKNOWN,
            AttendanceCategory.UNKNOWN);

    private static final List<AttendanceCategory> MEANINGS = List.of(
            AttendanceCategory.UNEXCUSED_ABSENCE, AttendanceCategory.EXCUSED_ABSENCE, AttendanceCategory.PRESENT);

    /** Marks a student absent in period 1, at the first school. */
    void absent(String student, Instant at, List<Told> told) {
        told.add(Told.of(
                at,
                Topics.MARKS,
                new AbsenceMark(
                        id("m"),
                        null,
                        student,
                        schools.getFirst().id(),
                        day,
                        "1",
                        "A",
                        AttendanceCategory.UNEXCUSED_ABSENCE,
                        null,
                        at,
                        1,
                        false,
                        "sis",
                        at)));
    }

    /** Marks a student. */
    void about(String student, List<Told> told) {
        var takenAt = times.any();
        var at = times.toldOf(takenAt);
        var category = chance.of(CATEGORIES);
        var mark = new AbsenceMark(
                id("m"),
                null,
                student,
                chance.of(schools).id(),
                day,
                chance.in100(65) ? "1" : chance.of("2", "3", "4", "day"),
                category == AttendanceCategory.UNKNOWN ? "Z9" : "A",
                category,
                category != AttendanceCategory.UNKNOWN && chance.in100(50) ? "medical" : null,
                takenAt,
                chance.in100(60) ? 0 : chance.between(1, 3),
                chance.in100(12),
                "sis",
                at);
        told.add(Told.of(at, Topics.MARKS, mark));
        if (category == AttendanceCategory.UNKNOWN && chance.in100(60)) {
            // Somebody says what the code means; on the way the two may overtake each other
            told.add(Told.of(times.toldOf(takenAt), Topics.MARKS, mapped(mark, chance.of(MEANINGS))));
        }
    }

    private AbsenceMark mapped(AbsenceMark mark, AttendanceCategory meaning) {
        return new AbsenceMark(
                id("m"),
                null,
                mark.studentId(),
                mark.schoolId(),
                mark.schoolDay(),
                mark.period(),
                mark.code(),
                meaning,
                null,
                mark.takenAt(),
                mark.version(),
                mark.deleted(),
                mark.source(),
                mark.recordedAt());
    }

    private String id(String kind) {
        return name + "-" + kind + chance.hex();
    }
}
