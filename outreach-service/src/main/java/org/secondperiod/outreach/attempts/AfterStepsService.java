package org.secondperiod.outreach.attempts;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.AttemptVersion.What;
import org.secondperiod.outreach.attempts.db.AttemptBatchStore;
import org.secondperiod.outreach.care.ArrivalsService;
import org.secondperiod.outreach.followups.FollowUpService;
import org.secondperiod.outreach.tasks.CallTask;
import org.secondperiod.outreach.tasks.Outlook;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * What decisions mean for what was said in calls: who is here has kept a promise, a call about a child who was in the building is
 * in error, nobody is to ask about a brother or sister who is not missed any more, and a task that opens although the family has
 * told already is none to be called.
 */
@ApplicationScoped
public class AfterStepsService {

    private static final Set<TaskStep.What> OPENING = Set.of(TaskStep.What.OPENED, TaskStep.What.REOPENED);

    /** A task ends by itself, or learns after its end, that there is nothing to ask. */
    private static final Set<TaskStep.What> NOT_MISSED = Set.of(
            TaskStep.What.ARRIVED,
            TaskStep.What.ARRIVAL_ADDED,
            TaskStep.What.WITHDRAWN,
            TaskStep.What.LEFT_THE_QUEUE,
            TaskStep.What.NOTED);

    private final AttemptBatchStore attempts;
    private final AttemptKeepingService keeping;
    private final ArrivalsService arrivals;
    private final FollowUpService followUps;

    AfterStepsService(
            AttemptBatchStore attempts,
            AttemptKeepingService keeping,
            ArrivalsService arrivals,
            FollowUpService followUps) {
        this.attempts = attempts;
        this.keeping = keeping;
        this.arrivals = arrivals;
        this.followUps = followUps;
    }

    /** Draws the consequences of steps that decisions made. @return the steps that follow, to be kept */
    public List<TaskStep> of(Handle tx, List<TaskStep> steps, Instant now) {
        List<TaskStep> here =
                steps.stream().filter(step -> step.hereSince() != null).toList();
        if (!here.isEmpty()) {
            findErrors(tx, here, now);
            arrivals.arrived(tx, sinceByStudent(here), now);
        }
        followUps.nothingToAsk(tx, students(steps, NOT_MISSED), null, now);
        followUps.askAgain(tx, students(steps, Set.of(TaskStep.What.REOPENED)), null, now);
        List<TaskStep> opened =
                steps.stream().filter(step -> OPENING.contains(step.what())).toList();
        return opened.isEmpty() ? List.of() : toldBefore(tx, opened, now);
    }

    private static Set<StudentAtSchool> students(List<TaskStep> steps, Set<TaskStep.What> what) {
        return steps.stream()
                .filter(step -> what.contains(step.what()))
                .map(step -> step.after().of())
                .collect(toSet());
    }

    private static Map<StudentAtSchool, Instant> sinceByStudent(List<TaskStep> here) {
        Map<StudentAtSchool, Instant> since = new HashMap<>();
        here.forEach(step -> since.put(step.after().of(), step.hereSince()));
        return since;
    }

    private void findErrors(Handle tx, List<TaskStep> here, Instant now) {
        Map<String, TaskStep> byTask =
                here.stream().collect(toMap(step -> step.after().taskId(), step -> step, (one, later) -> later));
        Map<String, Instant> since = new HashMap<>();
        byTask.forEach((task, step) -> since.put(task, step.hereSince()));
        keeping.found(
                tx,
                attempts.lockMadeInError(tx, since).stream()
                        .flatMap(attempt -> InErrorRules.found(attempt, byTask.get(attempt.taskId()))
                                .map(error -> attempt.inError(error, now))
                                .stream())
                        .toList(),
                What.FOUND_IN_ERROR);
    }

    private List<TaskStep> toldBefore(Handle tx, List<TaskStep> opened, Instant now) {
        Set<String> reopened = opened.stream()
                .filter(step -> step.what() == TaskStep.What.REOPENED)
                .map(step -> step.after().taskId())
                .collect(toSet());
        if (!reopened.isEmpty()) {
            keeping.found(
                    tx,
                    attempts.lockFoundInError(tx, reopened).stream()
                            .map(attempt -> attempt.inError(null, now))
                            .toList(),
                    What.NOT_IN_ERROR);
        }
        Map<StudentAtSchool, Attempt> told = attempts.lastTold(
                tx, opened.stream().map(step -> step.after().of()).collect(toSet()));
        return opened.stream()
                .flatMap(step -> toldBefore(step.after(), told.get(step.after().of()), now))
                .toList();
    }

    private static Stream<TaskStep> toldBefore(StoredTask task, @Nullable Attempt told, Instant now) {
        Optional<AfterCall> then =
                told == null ? Optional.empty() : ToldBefore.of(told, task.of().day(), task.safety(), now);
        return then.map(after -> step(task, after, now)).stream();
    }

    private static TaskStep step(StoredTask task, AfterCall after, Instant now) {
        CallTask open = task.task();
        boolean expected = after instanceof AfterCall.Expect;
        CallTask ended = new CallTask(
                expected ? TaskState.AWAITING_ARRIVAL : TaskState.DONE,
                open.weakEvidence(),
                open.attempted(),
                null,
                null,
                open.arrivedAt(),
                open.flag());
        Outlook outlook = after instanceof AfterCall.Expect expect
                ? task.outlook().expected(expect.by())
                : task.outlook().closed();
        return new TaskStep(
                task.called(ended, null, outlook), task.task().state(), TaskStep.What.TOLD_BEFORE, null, null, now);
    }
}
