package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.records.KeptDays;
import org.secondperiod.outreach.records.KeptDaysService;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.TaskService;
import org.secondperiod.outreach.tasks.TaskService.Followed;
import org.secondperiod.outreach.whereabouts.Conclusion;
import org.secondperiod.outreach.whereabouts.SchoolPicture;
import org.secondperiod.outreach.whereabouts.StoredWhereabouts;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsStore;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsStore.Concluded;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsStore.Counted;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsStore.Timed;
import org.secondperiod.outreach.whereabouts.kafka.WhereaboutsEvents;

/**
 * Decides on students: assesses each, compares with what was concluded before, and keeps and tells what changed, together
 * with what becomes of their call tasks. All in the caller's transaction, which holds the schools' locks.
 */
@ApplicationScoped
public class DecisionService {

    private final WhereaboutsStore store;
    private final CaseService cases;
    private final PictureService pictures;
    private final TaskService tasks;
    private final KeptDaysService kept;
    private final WhereaboutsEvents events;
    private final Outbox outbox;

    DecisionService(
            WhereaboutsStore store,
            CaseService cases,
            PictureService pictures,
            TaskService tasks,
            KeptDaysService kept,
            WhereaboutsEvents events,
            Outbox outbox) {
        this.store = store;
        this.cases = cases;
        this.pictures = pictures;
        this.tasks = tasks;
        this.kept = kept;
        this.events = events;
        this.outbox = outbox;
    }

    /** A case, and what it comes to. */
    public record Decided(StoredWhereabouts stored, Whereabouts whereabouts, Case from) {

        boolean isNews() {
            return !Conclusion.of(whereabouts).equals(stored.conclusion());
        }
    }

    /** Decides on these students as of {@code now}. */
    public void decide(Handle tx, Collection<StudentAtSchool> students, Instant now) {
        decide(tx, students, AtHand.NOTHING, now);
    }

    /** Decides on these students as of {@code now}, with what the caller knows already. */
    void decide(Handle tx, Collection<StudentAtSchool> students, AtHand atHand, Instant now) {
        Set<StudentAtSchool> open = withoutSettled(tx, students, now);
        if (open.isEmpty()) {
            return;
        }
        List<StoredWhereabouts> stored = store.lock(tx, new TreeSet<>(open));
        List<Case> gathered = cases.gather(tx, stored, atHand);
        leaveAlone(tx, stored, gathered);
        Set<SchoolOnDay> concerned = PictureService.concerned(gathered, now);
        store.count(
                tx,
                gathered.stream()
                        .filter(Case::countsOtherwise)
                        .map(each -> new Counted(each.of(), each.isKnownAbsent(), each.isMarkedAbsent()))
                        .toList());
        Map<SchoolOnDay, SchoolPicture> taken = pictures.take(tx, gathered, concerned);
        List<Decided> decided = gathered.stream()
                .map(each -> new Decided(
                        each.stored(),
                        each.assess(taken.getOrDefault(each.of().schoolOnDay(), Case.ORDINARY), now),
                        each))
                .toList();
        keep(tx, decided, now);
    }

    /** A day of which part of the evidence was purged is decided no more: what was concluded stands. */
    private Set<StudentAtSchool> withoutSettled(Handle tx, Collection<StudentAtSchool> students, Instant now) {
        KeptDays days = kept.at(now);
        Map<Boolean, Set<StudentAtSchool>> open =
                students.stream().collect(partitioningBy(of -> days.isDecided(of.day()), toSet()));
        store.lookNoMore(tx, open.get(false));
        return open.get(true);
    }

    /** At a school that is not known nothing can be said, and nothing is due before it is. */
    private void leaveAlone(Handle tx, List<StoredWhereabouts> stored, List<Case> gathered) {
        Set<StudentAtSchool> known = gathered.stream().map(Case::of).collect(toSet());
        store.time(
                tx,
                stored.stream()
                        .filter(one -> !known.contains(one.of()) && one.lookAgainAt() != null)
                        .map(one -> new Timed(one.of(), null, null, null))
                        .toList());
    }

    private void keep(Handle tx, List<Decided> decided, Instant now) {
        Map<StudentAtSchool, Concluded> news = new HashMap<>();
        List<OutgoingEvent> told = new ArrayList<>();
        for (Decided each : decided) {
            if (each.isNews()) {
                Concluded one = concluded(each, now);
                news.put(one.of(), one);
                told.add(events.changed(
                        one, each.stored().conclusion(), each.from().plan(), now));
            }
        }
        outbox.add(tx, told);
        Map<StudentAtSchool, Timed> times = follow(tx, decided, now);
        store.conclude(tx, news.values(), times, now);
        store.time(
                tx,
                decided.stream()
                        .filter(each -> !news.containsKey(each.stored().of()))
                        .filter(each -> !times.get(each.stored().of()).isStoredIn(each.stored()))
                        .map(each -> times.get(each.stored().of()))
                        .toList());
    }

    private static Concluded concluded(Decided decided, Instant now) {
        StoredWhereabouts before = decided.stored();
        Conclusion conclusion = Conclusion.of(decided.whereabouts());
        boolean same = before.conclusion() != null
                && before.conclusion().state() == conclusion.state()
                && Objects.equals(before.conclusion().reason(), conclusion.reason());
        Instant since = same && before.since() != null ? before.since() : now;
        return new Concluded(
                before.of(), conclusion, decided.whereabouts(), since, before.version() + 1, before.lookAgainAt());
    }

    /** What becomes of the tasks; since when each student is held, and when to look again. */
    private Map<StudentAtSchool, Timed> follow(Handle tx, List<Decided> decided, Instant now) {
        Map<StudentAtSchool, Followed> followed = tasks.follow(
                tx,
                decided.stream()
                        .map(each -> new TaskService.Reached(
                                each.stored().of(),
                                each.whereabouts(),
                                each.stored().heldSince(),
                                each.from().plan()))
                        .toList(),
                now);
        Map<StudentAtSchool, Timed> times = new HashMap<>();
        for (Decided each : decided) {
            StudentAtSchool of = each.stored().of();
            Followed result = Objects.requireNonNull(followed.get(of));
            @Nullable Instant again = earliest(each.whereabouts().lookAgainAt(), result.lookAgainAt());
            times.put(of, new Timed(of, result.heldSince(), result.heldWith(), again));
        }
        return times;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
