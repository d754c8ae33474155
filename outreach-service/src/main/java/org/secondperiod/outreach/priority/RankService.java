package org.secondperiod.outreach.priority;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.priority.db.RankStore;
import org.secondperiod.outreach.priority.db.RankStore.Of;
import org.secondperiod.outreach.priority.db.RankStore.Row;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.standing.Standing;
import org.secondperiod.outreach.standing.StandingService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Puts tasks into their bands. Doing it again with the same facts changes nothing. */
@ApplicationScoped
public class RankService {

    private final RankStore store;
    private final StandingService standings;
    private final EnrolmentStore enrolments;
    private final YoungestGrades youngest;

    RankService(RankStore store, StandingService standings, EnrolmentStore enrolments, PriorityConfig config) {
        this.store = store;
        this.standings = standings;
        this.enrolments = enrolments;
        this.youngest = new YoungestGrades(config.youngestGrades());
    }

    /** These tasks. */
    public void rank(Handle tx, Collection<Of> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        List<StudentId> students =
                tasks.stream().map(task -> task.of().student()).distinct().toList();
        Map<StudentAtSchool, SafetyFlag> flags = store.flags(tx, tasks);
        Map<StudentId, List<Enrolment>> rosters = enrolments.load(tx, students);
        Map<LocalDate, List<Of>> days =
                tasks.stream().collect(groupingBy(task -> task.of().day().date()));
        days.forEach((day, of) -> {
            Map<StudentId, Standing> known = standings.on(tx, day, students);
            store.put(
                    tx,
                    of.stream()
                            .map(task -> new Row(
                                    task,
                                    Ranking.rank(
                                            new RankFacts(
                                                    flags.get(task.of()),
                                                    task.safety(),
                                                    grade(rosters.get(task.of().student()), task.of()),
                                                    known.get(task.of().student()),
                                                    day),
                                            youngest)))
                            .toList());
        });
    }

    /** What these students' unfinished tasks are now that more is known of them. */
    public void again(Handle tx, Collection<StudentId> students) {
        rank(tx, store.unfinished(tx, students));
    }

    private static @Nullable String grade(@Nullable List<Enrolment> roster, StudentAtSchool of) {
        return roster == null
                ? null
                : roster.stream()
                        .filter(enrolment -> enrolment.school().equals(of.school()))
                        .filter(enrolment -> enrolment.covers(of.day()))
                        .findFirst()
                        .map(Enrolment::grade)
                        .orElse(null);
    }
}
