package org.secondperiod.ingest.rosters;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.ingest.rosters.db.Candidates;
import org.secondperiod.ingest.rosters.db.Candidates.Candidate;
import org.secondperiod.ingest.rosters.db.PastEnrolments;
import org.secondperiod.ingest.rosters.db.Sealed;
import org.secondperiod.ingest.rosters.db.SealedRows;
import org.secondperiod.ingest.rosters.db.StudentReader;
import org.secondperiod.ingest.rosters.db.ToldStudents;
import org.secondperiod.ingest.rosters.db.ToldStudents.LastPerson;
import org.secondperiod.ingest.rosters.kafka.RosterEvents;
import org.secondperiod.ingest.rosters.people.Person;
import org.secondperiod.ingest.rosters.people.ProfileChange;
import org.secondperiod.ingest.rosters.people.StudentProfile;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.orders.ErasedStudents;

/**
 * Compares students with what was last told of them, some thousand at a time, and tells what changed. Of one who was erased nothing is
 * told, also where a roster still has the student.
 */
@ApplicationScoped
public class StudentComparison {

    private final StudentReader students;
    private final PastEnrolments pastEnrolments;
    private final ToldStudents told;
    private final Sealed sealed;
    private final RosterEvents events;
    private final Outbox outbox;
    private final KeyRing ring;
    private final ErasedStudents erased;

    StudentComparison(
            StudentReader students,
            PastEnrolments pastEnrolments,
            ToldStudents told,
            Sealed sealed,
            RosterEvents events,
            Outbox outbox,
            KeyRing ring,
            ErasedStudents erased) {
        this.students = students;
        this.pastEnrolments = pastEnrolments;
        this.told = told;
        this.sealed = sealed;
        this.events = events;
        this.outbox = outbox;
        this.ring = ring;
        this.erased = erased;
    }

    /**
     * Takes candidates off the list, inside the transaction, and tells what changed of them.
     *
     * @param silent a dry run: whatever is to be told is only counted
     * @return what was found; empty once there are no candidates left
     */
    Tally next(Handle tx, int most, LocalDate today, Instant now, boolean silent) {
        List<Candidate> candidates = Candidates.take(tx, most);
        Tally tally = new Tally(candidates.size());
        if (candidates.isEmpty()) {
            return tally;
        }
        List<String> ids = candidates.stream().map(Candidate::studentId).toList();
        Map<String, ToldStudents.Versioned> before = told.lock(tx, ids);
        Map<String, StudentProfile> current = students.read(tx, ids, today).stream()
                .map(StudentProfile::of)
                .collect(toMap(StudentProfile::studentId, Function.identity()));
        Map<String, List<Enrolment>> past = pastEnrolments.of(tx, ids);
        List<ToldStudents.Versioned> toSave = new ArrayList<>();
        List<OutgoingEvent> toSend = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String id = candidate.studentId();
            ToldStudents.Versioned last = before.get(id);
            ProfileChange change = erased.contains(id)
                    ? null
                    : change(candidate, last, current.get(id), past.getOrDefault(id, List.of()));
            if (change != null) {
                tally.add(change);
                if (change.toTell()) {
                    long version = last == null ? 1 : last.version() + 1;
                    toSave.add(new ToldStudents.Versioned(id, change.now(), version, person(change, version, last)));
                    toSend.addAll(silent ? List.of() : events.of(change, version, now));
                }
            }
        }
        if (!silent && !toSave.isEmpty()) {
            told.save(tx, toSave, now);
            outbox.add(tx, toSend);
        }
        return tally;
    }

    /** Whoever is told now is told under the current key. */
    private @Nullable LastPerson person(ProfileChange change, long version, ToldStudents.@Nullable Versioned last) {
        if (change.personChanged()) {
            return new LastPerson(ring.current(), version);
        }
        return last == null || change.erases() ? null : last.person();
    }

    private @Nullable ProfileChange change(
            Candidate candidate,
            ToldStudents.@Nullable Versioned last,
            @Nullable StudentProfile current,
            List<Enrolment> past) {
        String id = candidate.studentId();
        Person person = current == null ? null : current.person();
        return ProfileChange.between(
                id,
                last == null ? null : last.told(),
                current,
                past,
                person == null ? null : sealed.mark(SealedRows.student(id), person),
                candidate.deleted());
    }
}
