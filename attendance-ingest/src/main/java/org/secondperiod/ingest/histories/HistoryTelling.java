package org.secondperiod.ingest.histories;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.ingest.histories.PastMark.OnDay;
import org.secondperiod.ingest.histories.db.HistoryStore;
import org.secondperiod.ingest.rosters.DayTurn;
import org.secondperiod.ingest.rosters.db.PastEnrolments;
import org.secondperiod.ingest.rosters.db.PastEnrolments.Past;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.BulkReader;
import org.secondperiod.kit.bulk.Repeats;
import org.secondperiod.kit.delivery.EventPublisher;
import org.secondperiod.kit.delivery.OutgoingEvent;

/**
 * Tells a history that was checked, chunk by chunk, each acknowledged by the broker before it counts as taken; whoever takes it up
 * goes on after the last one. Marks come first and submitted days last, so that nobody counts as present for a moment.
 */
@ApplicationScoped
class HistoryTelling {

    private final HistoryLines lines;
    private final HistoryStore store;
    private final CodesInForce codes;
    private final PastAttendanceEvents events;
    private final EventPublisher publisher;
    private final PastEnrolments pastEnrolments;
    private final DayTurn students;

    HistoryTelling(
            HistoryLines lines,
            HistoryStore store,
            CodesInForce codes,
            PastAttendanceEvents events,
            EventPublisher publisher,
            PastEnrolments pastEnrolments,
            DayTurn students) {
        this.lines = lines;
        this.store = store;
        this.codes = codes;
        this.events = events;
        this.publisher = publisher;
        this.pastEnrolments = pastEnrolments;
        this.students = students;
    }

    void run(HistoryWork work) throws IOException {
        work.inTransaction(tx -> store.beginTelling(tx, work.historyId()));
        if (work.row().holds() == Holds.ATTENDANCE) {
            days(work, marks(work));
        } else {
            enrolments(work);
            students.tellCandidates();
        }
    }

    /** Returns the days of all rows, those that were taken before too. */
    private Set<OnDay> marks(HistoryWork work) throws IOException {
        PastMarkLine marks = lines.marks(work.row());
        Set<OnDay> days = new LinkedHashSet<>();
        Repeats repeats = new Repeats();
        List<OutgoingEvent> chunk = new ArrayList<>();
        long last = 0;
        BulkReader reader = lines.open(work.row());
        for (BulkLine line = reader.next(); line != null; line = reader.next()) {
            PastMark past = sound(marks, line, repeats);
            if (past == null) {
                continue;
            }
            days.add(past.onDay());
            if (past.marked() != null && line.number() > work.row().takenToLine()) {
                CodeMeaning meaning =
                        codes.get().meaning(past.school(), past.marked().code());
                chunk.add(events.mark(
                        work.row(), past, past.marked(), Objects.requireNonNullElse(meaning, CodeMeaning.UNKNOWN)));
                last = line.number();
            }
            if (chunk.size() == lines.chunk()) {
                tell(work, chunk, last);
                chunk = new ArrayList<>();
            }
        }
        if (!chunk.isEmpty()) {
            tell(work, chunk, last);
        }
        return days;
    }

    /** None where the check left it out. */
    private static @Nullable PastMark sound(PastMarkLine marks, BulkLine line, Repeats repeats) {
        try {
            PastMark past = marks.read(line);
            boolean again = past.marked() != null
                    && repeats.seenBefore(PastMark.identity(past.school(), past.day(), past.marked()));
            return again ? null : past;
        } catch (BadLine expected) {
            return null;
        }
    }

    private void tell(HistoryWork work, List<OutgoingEvent> chunk, long toLine) {
        publisher.publish(chunk);
        work.inTransaction(tx -> store.taken(tx, work.historyId(), chunk.size(), toLine));
    }

    private void days(HistoryWork work, Set<OnDay> days) {
        List<OnDay> all = List.copyOf(days);
        for (int from = 0; from < all.size(); from += lines.chunk()) {
            int to = Math.min(from + lines.chunk(), all.size());
            publisher.publish(all.subList(from, to).stream()
                    .map(day -> events.submitted(work.row(), day))
                    .toList());
            work.inTransaction(tx -> store.daysTold(tx, work.historyId(), to));
        }
    }

    private void enrolments(HistoryWork work) throws IOException {
        PastEnrolmentLine enrolments = lines.enrolments();
        List<Past> chunk = new ArrayList<>();
        BulkReader reader = lines.open(work.row());
        long last = 0;
        for (BulkLine line = reader.next(); line != null; line = reader.next()) {
            if (line.number() <= work.row().takenToLine()) {
                continue;
            }
            try {
                chunk.add(enrolments.read(line));
                last = line.number();
            } catch (BadLine expected) {
                // The check has left it out.
            }
            if (chunk.size() == lines.chunk()) {
                store(work, chunk, last);
                chunk = new ArrayList<>();
            }
        }
        store(work, chunk, last);
    }

    private void store(HistoryWork work, List<Past> chunk, long toLine) {
        if (!chunk.isEmpty()) {
            work.inTransaction(tx -> {
                pastEnrolments.put(tx, chunk);
                store.taken(tx, work.historyId(), chunk.size(), toLine);
            });
        }
    }
}
