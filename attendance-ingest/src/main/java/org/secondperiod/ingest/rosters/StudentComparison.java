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
import org.secondperiod.ingest.rosters.db.Candidates;
import org.secondperiod.ingest.rosters.db.StudentReader;
import org.secondperiod.ingest.rosters.db.ToldStudents;
import org.secondperiod.ingest.rosters.kafka.RosterEvents;
import org.secondperiod.ingest.rosters.people.ProfileChange;
import org.secondperiod.ingest.rosters.people.StudentProfile;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Compares students with what was last told of them, some thousand at a time, and tells what changed. */
@ApplicationScoped
public class StudentComparison {

    private final StudentReader students;
    private final ToldStudents told;
    private final RosterEvents events;
    private final Outbox outbox;

    StudentComparison(StudentReader students, ToldStudents told, RosterEvents events, Outbox outbox) {
        this.students = students;
        this.told = told;
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * Takes candidates off the list, inside the transaction, and tells what changed of them.
     *
     * @param silent a dry run: whatever is to be told is only counted
     * @return what was found; empty once there are no candidates left
     */
    Tally next(Handle tx, int most, LocalDate today, Instant now, boolean silent) {
        List<String> ids = Candidates.take(tx, most);
        Tally tally = new Tally(ids.size());
        if (ids.isEmpty()) {
            return tally;
        }
        Map<String, ToldStudents.Told> before = told.lock(tx, ids);
        Map<String, StudentProfile> current = students.read(tx, ids, today).stream()
                .map(StudentProfile::of)
                .collect(toMap(StudentProfile::studentId, Function.identity()));
        List<ToldStudents.Told> toSave = new ArrayList<>();
        List<OutgoingEvent> toSend = new ArrayList<>();
        for (String id : ids) {
            ToldStudents.Told last = before.get(id);
            ProfileChange change = ProfileChange.between(id, last == null ? null : last.profile(), current.get(id));
            if (change != null) {
                tally.add(change);
                if (change.toTell()) {
                    long version = last == null ? 1 : last.version() + 1;
                    toSave.add(new ToldStudents.Told(change.now(), version));
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
}
