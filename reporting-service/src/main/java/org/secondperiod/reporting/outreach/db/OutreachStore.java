package org.secondperiod.reporting.outreach.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.outreach.Call;
import org.secondperiod.reporting.outreach.CallTask;
import org.secondperiod.reporting.outreach.DaysChanged;
import org.secondperiod.reporting.outreach.Whereabouts;

/** The latest version of each call, call task and conclusion, and the days that are to be added up again. */
@ApplicationScoped
public class OutreachStore {

    private static final Comparator<SchoolDate> ORDER =
            Comparator.comparing(SchoolDate::schoolId).thenComparing(SchoolDate::day);

    /** Takes in what is newer than what is known; returns the dates that this changed. */
    public List<SchoolDate> calls(Handle tx, Collection<Call> told) {
        Map<String, Call> latest = new HashMap<>();
        told.forEach(one -> latest.merge(one.callId(), one, (was, now) -> now.version() >= was.version() ? now : was));
        List<Call> calls = sorted(latest.values(), Comparator.comparing(Call::callId));
        if (calls.isEmpty()) {
            return List.of();
        }
        var merge = tx.createQuery("""
                INSERT INTO call AS t (call_id, version, task_id, student_id, school_id, school_day, outcome, result, reason,
                    called_by, called_at, outgoing, coming_by, in_error, undone, channel, next_step, root_cause)
                SELECT * FROM unnest(:ids, CAST(:versions AS bigint[]), :tasks, :students, :schools, CAST(:days AS date[]),
                    :outcomes, :results, :reasons, :callers, CAST(:at AS timestamptz[]), CAST(:outgoing AS boolean[]),
                    CAST(:comingBy AS timestamptz[]), :errors, CAST(:undone AS boolean[]), :channels, :nextSteps, :roots)
                ON CONFLICT (call_id) DO UPDATE SET version = excluded.version, task_id = excluded.task_id,
                    student_id = excluded.student_id, school_id = excluded.school_id, school_day = excluded.school_day,
                    outcome = excluded.outcome, result = excluded.result, reason = excluded.reason,
                    called_by = excluded.called_by, called_at = excluded.called_at, outgoing = excluded.outgoing,
                    coming_by = excluded.coming_by, in_error = excluded.in_error, undone = excluded.undone,
                    channel = excluded.channel, next_step = excluded.next_step,
                    root_cause = excluded.root_cause
                WHERE excluded.version > t.version
                RETURNING school_id, school_day""");
        Columns.bind(merge, "ids", calls, Call::callId);
        Columns.bind(merge, "versions", calls, Call::version);
        Columns.bind(merge, "tasks", calls, Call::taskId);
        Columns.bind(merge, "students", calls, one -> one.of().studentId());
        Columns.bind(merge, "schools", calls, one -> one.of().schoolId());
        Columns.bind(merge, "days", calls, one -> one.of().day());
        Columns.bind(merge, "outcomes", calls, Call::outcome);
        Columns.bind(merge, "results", calls, Call::result);
        Columns.bind(merge, "reasons", calls, Call::reason);
        Columns.bind(merge, "callers", calls, Call::calledBy);
        Columns.bind(merge, "at", calls, Call::calledAt);
        Columns.bind(merge, "outgoing", calls, Call::outgoing);
        Columns.bind(merge, "comingBy", calls, Call::comingBy);
        Columns.bind(merge, "errors", calls, Call::inError);
        Columns.bind(merge, "undone", calls, Call::undone);
        Columns.bind(merge, "channels", calls, Call::channel);
        Columns.bind(merge, "nextSteps", calls, Call::nextStep);
        Columns.bind(merge, "roots", calls, Call::rootCause);
        return dates(merge);
    }

    /**
     * Takes in what is newer than what is known, and when each was first told of; returns the dates that this changed. Versions
     * of one batch are taken one after another, so that the moment at which one ended is that of its first such version.
     */
    public List<SchoolDate> tasks(Handle tx, Collection<CallTask> told) {
        return oneAfterAnother(
                sorted(told, Comparator.comparing(CallTask::taskId).thenComparing(CallTask::version)),
                CallTask::taskId,
                tasks -> mergeTasks(tx, tasks));
    }

    /** Of each the first, then of each the second: a batch with several versions comes to the same as several batches. */
    private static <F> List<SchoolDate> oneAfterAnother(
            List<F> sorted, Function<F, Object> identity, Function<List<F>, List<SchoolDate>> merge) {
        List<SchoolDate> changed = new ArrayList<>();
        List<F> left = sorted;
        while (!left.isEmpty()) {
            Map<Object, F> next = new LinkedHashMap<>();
            left.forEach(one -> next.putIfAbsent(identity.apply(one), one));
            changed.addAll(merge.apply(List.copyOf(next.values())));
            left = left.stream()
                    .filter(one -> next.get(identity.apply(one)) != one)
                    .toList();
        }
        return changed;
    }

    private static List<SchoolDate> mergeTasks(Handle tx, List<CallTask> tasks) {
        var merge = tx.createQuery("""
                INSERT INTO call_task AS t (task_id, version, student_id, school_id, school_day, state, opened_at, ended_at,
                    arrived_at, draw_band, draw_place)
                SELECT id, version, student, school, day, state, at, CASE WHEN ended THEN at END, arrived, band, place
                FROM unnest(:ids, CAST(:versions AS bigint[]), :students, :schools, CAST(:days AS date[]), :states,
                    CAST(:ended AS boolean[]), CAST(:at AS timestamptz[]), CAST(:arrived AS timestamptz[]),
                    :bands, :places)
                    AS n (id, version, student, school, day, state, ended, at, arrived, band, place)
                ON CONFLICT (task_id) DO UPDATE SET opened_at = least(t.opened_at, excluded.opened_at),
                    version = greatest(t.version, excluded.version),
                    state = CASE WHEN excluded.version > t.version THEN excluded.state ELSE t.state END,
                    ended_at = CASE WHEN excluded.version <= t.version THEN t.ended_at
                        WHEN excluded.ended_at IS NULL THEN NULL
                        WHEN excluded.state = t.state THEN coalesce(t.ended_at, excluded.ended_at)
                        ELSE excluded.ended_at END,
                    arrived_at = CASE WHEN excluded.version > t.version THEN excluded.arrived_at ELSE t.arrived_at END,
                    draw_band = coalesce(t.draw_band, excluded.draw_band),
                    draw_place = coalesce(t.draw_place, excluded.draw_place)
                WHERE excluded.version > t.version OR excluded.opened_at < t.opened_at
                    OR t.draw_place IS NULL AND excluded.draw_place IS NOT NULL
                RETURNING school_id, school_day""");
        Columns.bind(merge, "ids", tasks, CallTask::taskId);
        Columns.bind(merge, "versions", tasks, CallTask::version);
        Columns.bind(merge, "students", tasks, one -> one.of().studentId());
        Columns.bind(merge, "schools", tasks, one -> one.of().schoolId());
        Columns.bind(merge, "days", tasks, one -> one.of().day());
        Columns.bind(merge, "states", tasks, CallTask::state);
        Columns.bind(merge, "ended", tasks, CallTask::ended);
        Columns.bind(merge, "at", tasks, CallTask::at);
        Columns.bind(merge, "arrived", tasks, CallTask::arrivedAt);
        Columns.bind(
                merge,
                "bands",
                tasks,
                one -> one.draw() == null ? null : one.draw().band());
        Columns.bind(
                merge,
                "places",
                tasks,
                one -> one.draw() == null ? null : one.draw().place());
        return dates(merge);
    }

    /**
     * Takes in what is newer than what is known, of those who are worth keeping; returns the dates that this changed. Versions of one
     * batch are taken one after another.
     */
    public List<SchoolDate> whereabouts(Handle tx, Collection<Whereabouts> told) {
        return oneAfterAnother(
                sorted(told, Comparator.comparing(Whereabouts::of).thenComparing(Whereabouts::version)),
                Whereabouts::of,
                rows -> mergeWhereabouts(tx, rows));
    }

    private static List<SchoolDate> mergeWhereabouts(Handle tx, List<Whereabouts> rows) {
        var merge = tx.createQuery("""
                INSERT INTO whereabouts AS t (school_id, school_day, student_id, version, state, cut_off, here_at,
                    was_in_building, held_for_door, held_for_class)
                SELECT school, day, student, version, state, cut_off, here, inside, door, class
                FROM unnest(:schools, CAST(:days AS date[]), :students, CAST(:versions AS bigint[]), :states,
                    CAST(:cutOffs AS timestamptz[]), CAST(:here AS timestamptz[]), CAST(:inside AS boolean[]),
                    CAST(:door AS boolean[]), CAST(:class AS boolean[]), CAST(:kept AS boolean[]))
                    AS n (school, day, student, version, state, cut_off, here, inside, door, class, kept)
                WHERE kept OR EXISTS (SELECT FROM whereabouts w
                    WHERE w.school_id = school AND w.school_day = day AND w.student_id = student)
                ON CONFLICT (school_id, school_day, student_id) DO UPDATE SET version = excluded.version,
                    state = excluded.state, cut_off = coalesce(excluded.cut_off, t.cut_off), here_at = excluded.here_at,
                    was_in_building = t.was_in_building OR excluded.was_in_building,
                    held_for_door = t.held_for_door OR excluded.held_for_door,
                    held_for_class = t.held_for_class OR excluded.held_for_class
                WHERE excluded.version > t.version
                RETURNING school_id, school_day""");
        Columns.bind(merge, "schools", rows, one -> one.of().schoolId());
        Columns.bind(merge, "days", rows, one -> one.of().day());
        Columns.bind(merge, "students", rows, one -> one.of().studentId());
        Columns.bind(merge, "versions", rows, Whereabouts::version);
        Columns.bind(merge, "states", rows, Whereabouts::state);
        Columns.bind(merge, "cutOffs", rows, Whereabouts::cutOff);
        Columns.bind(merge, "here", rows, Whereabouts::hereAt);
        Columns.bind(merge, "inside", rows, Whereabouts::inBuilding);
        Columns.bind(merge, "door", rows, Whereabouts::heldForDoor);
        Columns.bind(merge, "class", rows, Whereabouts::heldForClass);
        Columns.bind(merge, "kept", rows, Whereabouts::worthKeeping);
        return dates(merge);
    }

    /** These days are to be added up again. */
    public void due(Handle tx, Set<SchoolDate> days) {
        if (days.isEmpty()) {
            return;
        }
        Set<SchoolDate> sorted = new TreeSet<>(ORDER);
        sorted.addAll(days);
        var due = tx.createUpdate("""
                INSERT INTO outreach_due SELECT * FROM unnest(:schools, CAST(:days AS date[])) ON CONFLICT DO NOTHING""");
        Columns.bind(due, "schools", sorted, SchoolDate::schoolId);
        Columns.bind(due, "days", sorted, SchoolDate::day);
        due.execute();
    }

    /** The dates whose sums hang on these days: absences, and days of calls whose next day that counts is another one. */
    public Set<SchoolDate> concerned(Handle tx, Collection<DaysChanged> changed) {
        Set<SchoolDate> dates = new HashSet<>();
        List<Before> before = new ArrayList<>();
        for (DaysChanged one : changed) {
            one.absences().forEach(day -> dates.add(new SchoolDate(one.schoolId(), day)));
            one.before().forEach(span -> before.add(new Before(one.studentId(), one.schoolId(), span)));
        }
        if (before.isEmpty()) {
            return dates;
        }
        var called = tx.createQuery("""
                SELECT DISTINCT c.school_id, c.school_day
                FROM unnest(:students, :schools, CAST(:first AS date[]), CAST(:last AS date[]))
                    AS k (student_id, school_id, first_day, last_day)
                JOIN call c ON c.student_id = k.student_id AND c.school_id = k.school_id
                    AND c.school_day BETWEEN k.first_day AND k.last_day""");
        Columns.bind(called, "students", before, Before::studentId);
        Columns.bind(called, "schools", before, Before::schoolId);
        Columns.bind(called, "first", before, one -> one.span().entry());
        Columns.bind(called, "last", before, one -> one.span().exit());
        dates.addAll(dates(called));
        return dates;
    }

    private record Before(String studentId, String schoolId, Span span) {}

    /** Days on which somebody is called later than in one of these calls: who had reached the family before is known anew. */
    public List<SchoolDate> calledLater(Handle tx, Collection<Call> calls) {
        if (calls.isEmpty()) {
            return List.of();
        }
        var later = tx.createQuery("""
                SELECT DISTINCT c.school_id, c.school_day
                FROM unnest(:students, CAST(:days AS date[])) AS k (student_id, school_day)
                JOIN call c ON c.student_id = k.student_id AND c.school_day > k.school_day""");
        Columns.bind(later, "students", calls, one -> one.of().studentId());
        Columns.bind(later, "days", calls, one -> one.of().day());
        return dates(later);
    }

    /** The school's days since this one that say anything of calls, or of absences. */
    public List<SchoolDate> since(Handle tx, String schoolId, LocalDate since) {
        return dates(tx.createQuery("""
                        SELECT school_id, school_day FROM outreach_day
                        WHERE school_id = :school AND school_day >= :since AND caller = ''
                        UNION
                        SELECT school_id, school_day FROM reason_day
                        WHERE school_id = :school AND school_day >= :since AND kind = 'SCHOOL'
                        ORDER BY school_day""").bind("school", schoolId).bind("since", since));
    }

    /**
     * Takes the next ones that are to be added up again, which nobody else has in hand.
     *
     * @param after those up to this one are left where they are; null: from the first on
     */
    public List<SchoolDate> take(Handle tx, @Nullable SchoolDate after, int most) {
        var take = tx.createQuery("""
                        DELETE FROM outreach_due d USING (
                            SELECT school_id, school_day FROM outreach_due
                            WHERE (school_id, school_day) > (CAST(:school AS text), CAST(:day AS date))
                            ORDER BY school_id, school_day LIMIT :most FOR UPDATE SKIP LOCKED) AS free
                        WHERE d.school_id = free.school_id AND d.school_day = free.school_day
                        RETURNING d.school_id, d.school_day""")
                .bind("school", after == null ? "" : after.schoolId())
                .bind("day", after == null ? Span.ALWAYS : after.day())
                .bind("most", most);
        return sorted(dates(take), ORDER);
    }

    private static List<SchoolDate> dates(Query query) {
        return query.map((row, context) -> new SchoolDate(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
    }

    private static <F> List<F> sorted(Collection<F> facts, Comparator<F> order) {
        return facts.stream().sorted(order).toList();
    }
}
