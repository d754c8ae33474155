package org.secondperiod.outreach.attempts.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.NewCall;
import org.secondperiod.outreach.attempts.NewCall.About;
import org.secondperiod.outreach.attempts.api.AttemptRequest.AlsoFor;
import org.secondperiod.outreach.attempts.api.AttemptRequest.PromiseRequest;
import org.secondperiod.outreach.care.NewPromise;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.DayPlansService;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskProblems;
import org.secondperiod.outreach.tasks.db.TaskStore;
import org.secondperiod.outreach.visibility.StaffService;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Reads calls to be logged: of whose tasks they may be, by whom, and what they say. */
@ApplicationScoped
class CallReader {

    private static final int MOST_PROMISES = 10;

    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StaffService staff;
    private final ErasedStudents erased;
    private final TaskStore tasks;
    private final DayPlansService plans;
    private final String region;

    CallReader(
            AuditTrail trail,
            VisibilityService visibility,
            StaffService staff,
            ErasedStudents erased,
            TaskStore tasks,
            DayPlansService plans,
            @ConfigProperty(name = "secondperiod.district.phone-region") String region) {
        this.trail = trail;
        this.visibility = visibility;
        this.staff = staff;
        this.erased = erased;
        this.tasks = tasks;
        this.plans = plans;
        this.region = region;
    }

    /** The tasks that a call is about, the first one first, and the school's plan for the day. */
    record Tasks(List<StoredTask> tasks, DayPlan plan) {}

    /** Finds them; who may not see one is told that there is none. */
    Tasks tasks(Handle tx, Where where, String taskId, AttemptRequest request) {
        StoredTask first = task(tx, where, taskId);
        if (first == null) {
            throw TaskProblems.noSuchTask();
        }
        List<StoredTask> all = new ArrayList<>(List.of(first));
        List<AlsoFor> others = CallFields.items("alsoFor", request.alsoFor(), AttemptRequest.MOST_SIBLINGS);
        for (int i = 0; i < others.size(); i++) {
            String field = "alsoFor[%d].taskId".formatted(i);
            StoredTask other =
                    task(tx, where, VisibilityService.id(field, others.get(i).taskId()));
            if (other == null || !other.of().day().equals(first.of().day())) {
                throw Problems.field(field, "is no call task of that day at a school of yours");
            }
            all.add(other);
        }
        if (new HashSet<>(all.stream().map(StoredTask::taskId).toList()).size() < all.size()) {
            throw Problems.field("alsoFor", "names a call task twice");
        }
        trail.about(first.taskId());
        return new Tasks(all, plan(tx, first.of().schoolOnDay()));
    }

    private @Nullable StoredTask task(Handle tx, Where where, String taskId) {
        return tasks.byId(tx, taskId)
                .filter(found -> where.holds(found.of().school().value()))
                .filter(found -> !erased.contains(found.of().student().value()))
                .map(found -> {
                    trail.student(
                            found.of().student().value(), found.of().school().value());
                    return found;
                })
                .orElse(null);
    }

    DayPlan plan(Handle tx, SchoolOnDay day) {
        DayPlan plan = plans.of(tx, Set.of(day)).get(day);
        if (plan == null) {
            throw Problems.field("schoolId", "is no school that is set up");
        }
        return plan;
    }

    /** The call that a request tells of. */
    NewCall call(Where where, Tasks of, AttemptRequest request, Instant now) {
        new Given().field("outcome", request.outcome()).orRefuse();
        StoredTask first = of.tasks().getFirst();
        SchoolId school = first.of().school();
        var outcome = Objects.requireNonNull(request.outcome());
        String calledBy = caller(school, request.calledBy());
        List<About> about = new ArrayList<>();
        about.add(new About(
                first.of(),
                first.taskId(),
                "",
                request.said(outcome, staff.of(school, "owner", request.owner())),
                CallFields.note("", request.note(), request.restricted()),
                promises(school, request.promises(), calledBy)));
        for (int i = 1; i < of.tasks().size(); i++) {
            StoredTask task = of.tasks().get(i);
            AlsoFor other = Objects.requireNonNull(request.alsoFor()).get(i - 1);
            String field = "alsoFor[%d].".formatted(i - 1);
            String owner = staff.of(task.of().school(), field + "owner", other.owner());
            about.add(new About(
                    task.of(),
                    task.taskId(),
                    field,
                    other.saysItsOwn()
                            ? other.said(outcome, owner)
                            : request.said(outcome, staff.of(task.of().school(), "owner", request.owner())),
                    CallFields.note(field, other.note(), other.restricted()),
                    List.of()));
        }
        return new NewCall(
                Channel.OUTGOING_CALL,
                contact(request.contactId()),
                CallFields.number(request.number(), region),
                calledBy,
                worksAt(calledBy),
                startedAt("startedAt", CallFields.instant(request.startedAt()), of.plan(), now),
                request.keepClaim(),
                VisibilityService.scope(where, null),
                about);
    }

    static @Nullable String contact(@Nullable String contactId) {
        return contactId == null ? null : VisibilityService.id("contactId", contactId);
    }

    String caller(SchoolId school, @Nullable String given) {
        String other = staff.of(school, "calledBy", given);
        return other == null ? visibility.subject() : other;
    }

    /** Where somebody else works who called; nowhere where you did. */
    Schools worksAt(String calledBy) {
        return calledBy.equals(visibility.subject()) ? Schools.NONE : staff.schoolsOf(calledBy);
    }

    /** Where somebody works who called, and whose call somebody else logged; nowhere where they logged it. */
    Schools worksAt(Attempt attempt) {
        return attempt.calledBy().equals(attempt.loggedBy()) ? Schools.NONE : staff.schoolsOf(attempt.calledBy());
    }

    @Nullable
    String number(@Nullable String given) {
        return CallFields.number(given, region);
    }

    /** What was promised. @param calledBy who sees to it where nobody is named */
    List<NewPromise> promises(SchoolId school, @Nullable List<PromiseRequest> given, String calledBy) {
        List<PromiseRequest> all = CallFields.items("promises", given, MOST_PROMISES);
        List<NewPromise> promises = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PromiseRequest one = all.get(i);
            String field = "promises[%d].".formatted(i);
            Instant due = CallFields.instant(one.dueAt());
            if (due == null) {
                throw Problems.field(field + "dueAt", "must be given: until when");
            }
            String owner = staff.of(school, field + "owner", one.owner());
            promises.add(new NewPromise(
                    one.by(),
                    Promise.Kind.OTHER,
                    CallFields.text(field + "what", one.what(), CallFields.LONGEST_PROMISE),
                    owner == null ? calledBy : owner,
                    due));
        }
        return List.copyOf(promises);
    }

    /** When it was: on the school day, and not in the future. */
    static Instant startedAt(String field, @Nullable Instant given, DayPlan plan, Instant now) {
        Instant at = given == null ? now : given;
        if (at.isAfter(now.plus(ScanFact.CLOCK_TOLERANCE))) {
            throw Problems.field(field, "is in the future");
        }
        if (!LocalDate.ofInstant(at, plan.zone()).equals(plan.day().date())) {
            throw Problems.field(field, "is not on the school day of the call task");
        }
        return at;
    }
}
