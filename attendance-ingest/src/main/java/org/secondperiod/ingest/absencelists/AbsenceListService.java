package org.secondperiod.ingest.absencelists;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.absencelists.TakingBack.Change;
import org.secondperiod.ingest.absencelists.db.AbsenceListStore;
import org.secondperiod.ingest.absencelists.db.EnrolledStudents;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.ingest.schools.RungPeriods;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;

/**
 * Takes lists by hand, whole or not at all, and takes them back. They stand beside what feeds send, made when they were told, and so
 * yield to whatever a feed says later.
 */
@ApplicationScoped
public class AbsenceListService {

    private final Jdbi jdbi;
    private final AbsenceListStore store;
    private final EnrolledStudents students;
    private final ErasedStudents erased;
    private final CodesInForce codes;
    private final RungPeriods rung;
    private final AbsenceListEvents events;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    AbsenceListService(
            Jdbi jdbi,
            AbsenceListStore store,
            EnrolledStudents students,
            ErasedStudents erased,
            CodesInForce codes,
            RungPeriods rung,
            AbsenceListEvents events,
            Outbox outbox,
            AuditTrail trail,
            Clock clock) {
        this.jdbi = jdbi;
        this.store = store;
        this.students = students;
        this.erased = erased;
        this.codes = codes;
        this.rung = rung;
        this.events = events;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was told of a day at a school, the latest first, also what was taken back. */
    public List<KeptList> ofDay(SchoolId school, SchoolDay day) {
        return jdbi.inTransaction(tx -> store.ofDay(tx, school, day));
    }

    /**
     * Takes a list; what is wrong with it becomes a problem (422) that names the rows.
     *
     * @param zone the school's
     * @param subject who tells it
     */
    public KeptList take(Handle tx, AbsenceList list, ZoneId zone, String subject) {
        var now = Times.now(clock);
        var enrolled = students.among(
                tx, list.rows().stream().map(Row::studentId).distinct().toList(), list.school(), list.day());
        new AbsenceListCheck(enrolled, erased::contains, codes.get(), rung)
                .require(list, LocalDate.ofInstant(now, zone));
        var rows = list.rows().stream().distinct().toList();
        rows.forEach(row -> trail.student(row.studentId(), list.school().value()));
        store.lock(tx, list.school(), list.day());
        var kept = new KeptList(
                UUID.randomUUID().toString(),
                list.school(),
                list.day(),
                after(store.newest(tx, list.school(), list.day()), now),
                subject,
                list.completeIn(),
                rows.size(),
                null,
                null);
        trail.about(kept.listId());
        store.add(tx, kept, rows);
        outbox.add(tx, told(kept, rows, now));
        return kept;
    }

    /** Among lists the one that was told later wins, also within a millisecond, and after one was taken back. */
    private static Instant after(Optional<Instant> newest, Instant now) {
        return newest.map(each -> each.plusMillis(2)).filter(now::isBefore).orElse(now);
    }

    private List<OutgoingEvent> told(KeptList list, List<Row> rows, Instant now) {
        var all = new ArrayList<OutgoingEvent>();
        rows.stream()
                .map(row -> new Change(list.listId(), row.place(), row.code(), list.takenAt(), false))
                .map(change -> events.mark(list, change, list.toldBy(), now))
                .forEach(all::add);
        list.completeIn().stream()
                .map(period -> events.taken(list, period, list.takenAt(), false, list.toldBy(), now))
                .forEach(all::add);
        return all;
    }

    /**
     * Takes a list back, which no longer is one, or already was none: then nothing happens.
     *
     * @param subject who takes it back
     */
    public KeptList takeBack(SchoolId school, String listId, String subject) {
        return jdbi.inTransaction(tx -> {
            var found = store.find(tx, school, listId).orElseThrow(AbsenceListProblems::noSuchList);
            store.lock(tx, school, found.day());
            var list = store.find(tx, school, listId).orElseThrow(AbsenceListProblems::noSuchList);
            trail.about(listId);
            return list.holds() ? takeBack(tx, list, subject) : list;
        });
    }

    private KeptList takeBack(Handle tx, KeptList list, String subject) {
        var now = Times.now(clock);
        var changes = TakingBack.of(list.listId(), store.marksBeside(tx, list));
        changes.forEach(change ->
                trail.student(change.place().studentId(), list.school().value()));
        var all = new ArrayList<OutgoingEvent>();
        changes.forEach(change -> all.add(events.mark(list, change, subject, now)));
        store.completeNowhereElse(tx, list)
                .forEach((period, last) -> all.add(events.taken(list, period, last.plusMillis(1), true, subject, now)));
        var withdrawn = list.withdrawn(now, subject);
        store.withdraw(tx, withdrawn, changes);
        outbox.add(tx, all);
        return withdrawn;
    }
}
