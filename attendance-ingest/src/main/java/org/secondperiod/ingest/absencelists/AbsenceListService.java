package org.secondperiod.ingest.absencelists;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.absencelists.db.EnrolledStudents;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.ingest.schools.RungPeriods;
import org.secondperiod.ingest.schools.SchoolsService;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.time.Times;

/**
 * Takes lists by hand, whole or not at all. They stand beside what feeds send, made when they were told, and so yield to whatever a
 * feed says later.
 */
@ApplicationScoped
public class AbsenceListService {

    private final SchoolsService schools;
    private final EnrolledStudents students;
    private final CodesInForce codes;
    private final RungPeriods rung;
    private final AbsenceListEvents events;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    AbsenceListService(
            SchoolsService schools,
            EnrolledStudents students,
            CodesInForce codes,
            RungPeriods rung,
            AbsenceListEvents events,
            Outbox outbox,
            AuditTrail trail,
            Clock clock) {
        this.schools = schools;
        this.students = students;
        this.codes = codes;
        this.rung = rung;
        this.events = events;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Takes the list; what is wrong with it becomes a problem (422) that names the rows.
     *
     * @param subject who tells it
     * @return when its marks count as made
     */
    public Instant take(Handle tx, AbsenceList list, String subject) {
        var now = Times.now(clock);
        var zone = schools.get(list.school()).school().zone();
        var enrolled = students.among(
                tx, list.rows().stream().map(Row::studentId).distinct().toList(), list.school(), list.day());
        var inForce = codes.get();
        new AbsenceListCheck(list)
                .times(LocalDate.ofInstant(now, zone), now)
                .rows(enrolled, inForce, rung)
                .throwIfBad();
        list.rows().forEach(row -> trail.student(row.studentId(), list.school().value()));
        var takenAt = takenAt(list, now);
        outbox.add(tx, events.of(list, inForce, takenAt, subject, now));
        return takenAt;
    }

    /** Who takes a list back takes back no more than that: what a feed has said since stays. */
    private static Instant takenAt(AbsenceList list, Instant now) {
        var withdraws = list.withdraws();
        return withdraws == null ? now : withdraws.plusMillis(1);
    }
}
