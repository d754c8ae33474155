package org.secondperiod.outreach.facts.db;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.AttendanceTaken;
import org.secondperiod.outreach.facts.SubmittedAttendance;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/** Which classes and schools submitted their attendance: the latest version of each signal. */
@ApplicationScoped
public class SubmittedStore {

    private static final String SELECT = """
            SELECT a.school_id, a.school_day, a.fact FROM attendance_taken a
            JOIN (SELECT DISTINCT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[]))) AS k(school_id, school_day)
                ON a.school_id = k.school_id AND a.school_day = k.school_day
            """;

    private static final String UPSERT = """
            INSERT INTO attendance_taken (school_id, school_day, period, class_id, fact)
            SELECT * FROM unnest(CAST(:schools AS text[]), CAST(:days AS date[]), CAST(:periods AS text[]),
                CAST(:classes AS text[]), CAST(:facts AS jsonb[]))
            ON CONFLICT (school_id, school_day, period, class_id) DO UPDATE SET fact = excluded.fact
            """;

    /** A signal, and whose it is. */
    public record Signal(SchoolOnDay at, AttendanceTaken taken) {}

    /**
     * Keeps the latest version of each signal. The caller holds the schools' locks.
     *
     * @return the signals that changed something
     */
    public List<Signal> merge(Handle tx, Collection<Signal> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        Map<SchoolOnDay, SubmittedAttendance> known =
                new HashMap<>(load(tx, told.stream().map(Signal::at).toList()));
        List<Signal> changed = new ArrayList<>();
        for (Signal signal : told) {
            SubmittedAttendance before = known.getOrDefault(signal.at(), SubmittedAttendance.NONE);
            SubmittedAttendance after = before.merge(new SubmittedAttendance(List.of(signal.taken())));
            if (!after.equals(before)) {
                known.put(signal.at(), after);
                changed.removeIf(earlier -> sameSlot(earlier, signal));
                changed.add(signal);
            }
        }
        upsert(tx, changed);
        return changed;
    }

    /** What these schools submitted on these days. */
    public Map<SchoolOnDay, SubmittedAttendance> load(Handle tx, Collection<SchoolOnDay> schoolDays) {
        return select(tx.createQuery(SELECT), schoolDays);
    }

    private static Map<SchoolOnDay, SubmittedAttendance> select(Query query, Collection<SchoolOnDay> schoolDays) {
        Columns.bind(query, "schools", schoolDays, SchoolOnDay::school);
        Columns.bind(query, "days", schoolDays, SchoolOnDay::day);
        List<Signal> all = query.map((row, context) -> new Signal(
                        new SchoolOnDay(
                                new SchoolId(row.getString(1)), SchoolDay.of(row.getObject(2, LocalDate.class))),
                        StoredJson.read(row.getString(3), AttendanceTaken.class)))
                .list();
        return all.stream()
                .collect(groupingBy(
                        Signal::at, mapping(Signal::taken, collectingAndThen(toList(), SubmittedAttendance::new))));
    }

    private static void upsert(Handle tx, List<Signal> changed) {
        if (!changed.isEmpty()) {
            var upsert = tx.createUpdate(UPSERT);
            Columns.bind(upsert, "schools", changed, signal -> signal.at().school());
            Columns.bind(upsert, "days", changed, signal -> signal.at().day());
            Columns.bind(upsert, "periods", changed, signal -> signal.taken().period());
            Columns.bind(upsert, "classes", changed, SubmittedStore::classId);
            Columns.bind(upsert, "facts", changed, signal -> StoredJson.write(signal.taken()));
            upsert.execute();
        }
    }

    private static boolean sameSlot(Signal one, Signal other) {
        return one.at().equals(other.at())
                && one.taken().period().equals(other.taken().period())
                && classId(one).equals(classId(other));
    }

    private static String classId(Signal signal) {
        String classId = signal.taken().classId();
        return classId == null ? "" : classId;
    }
}
