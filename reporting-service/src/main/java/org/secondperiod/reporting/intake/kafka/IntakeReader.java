package org.secondperiod.reporting.intake.kafka;

import java.time.LocalDate;
import java.time.ZoneId;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.reporting.intake.Intake;

/** Collects what a batch of events of any topics tells. */
final class IntakeReader {

    private final ZoneId zone;
    private final LocalDate firstKept;
    private final Intake intake = Intake.empty();

    /**
     * @param zone the district's
     * @param firstKept what is of an earlier day was purged, and is not read again
     */
    IntakeReader(ZoneId zone, LocalDate firstKept) {
        this.zone = zone;
        this.firstKept = firstKept;
    }

    Intake intake() {
        return intake;
    }

    /** Adds a record. @throws BadEvent if it cannot be understood */
    void read(Received record) {
        if (record.isOf(Topics.MARKS)) {
            mark(record.event(Topics.MARKS));
        } else if (record.isOf(Topics.TAKEN)) {
            taken(record.event(Topics.TAKEN));
        } else if (record.isOf(Topics.KNOWN_ABSENCES)) {
            knownAbsence(record.event(Topics.KNOWN_ABSENCES));
        } else if (record.isOf(Topics.SCHOOLS)) {
            school(record);
        } else {
            roster(record);
        }
    }

    private void mark(AbsenceMark event) {
        checkIds(event.studentId(), event.schoolId());
        if (!event.schoolDay().isBefore(firstKept)) {
            intake.marks().add(FromEvents.mark(event));
        }
    }

    private void taken(AttendanceTaken event) {
        checkIds(event.schoolId());
        if (!event.schoolDay().isBefore(firstKept)) {
            intake.submissions().add(FromEvents.submission(event));
        }
    }

    private void knownAbsence(KnownAbsence event) {
        checkIds(event.studentId());
        var absence = FromEvents.knownAbsence(event, zone);
        if (!absence.to().isBefore(firstKept)) {
            intake.knownAbsences().add(absence);
        }
    }

    /** A school that is removed keeps its past; its calendar names no further days. */
    private void school(Received record) {
        if (!record.isTombstone()) {
            intake.schools().add(FromEvents.school(record.event(Topics.SCHOOLS)));
        }
    }

    private void roster(Received record) {
        checkIds(record.key());
        if (record.isTombstone()) {
            intake.rostersGone().add(record.key());
        } else {
            var roster = FromEvents.roster(record.event(Topics.ENROLMENTS));
            intake.rostersGone().remove(roster.studentId());
            intake.rosters().add(roster);
        }
    }

    private static void checkIds(String... ids) {
        for (String id : ids) {
            if (!Ids.isId(id)) {
                throw new BadEvent("an id is none");
            }
        }
    }
}
