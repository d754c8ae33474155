package org.secondperiod.outreach.tasks;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.households.HouseholdService;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.tasks.db.TaskListing;
import org.secondperiod.outreach.tasks.db.TaskListing.Listed;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Shows tasks: with the evidence they stand on, and with names for who may know them. */
@ApplicationScoped
public class TaskViewService {

    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final TaskListing listing;
    private final NamesService names;
    private final SchoolStore schools;
    private final HouseholdService households;

    TaskViewService(
            AuditTrail trail,
            VisibilityService visibility,
            TaskListing listing,
            NamesService names,
            SchoolStore schools,
            HouseholdService households) {
        this.trail = trail;
        this.visibility = visibility;
        this.listing = listing;
        this.names = names;
        this.schools = schools;
        this.households = households;
    }

    /** One task as it now stands. */
    public CallTaskView show(Handle handle, String taskId) {
        return show(handle, List.of(listing.one(handle, taskId).orElseThrow(TaskProblems::noSuchTask)))
                .getFirst();
    }

    /** These tasks. */
    public List<CallTaskView> show(Handle handle, List<Listed> tasks) {
        tasks.forEach(this::audit);
        Schools knows = visibility.knowsNamesAt();
        Map<NamesService.At, StudentView> known = names.open(
                handle,
                tasks.stream()
                        .map(TaskViewService::at)
                        .filter(at -> knows.holds(at.school().value()))
                        .toList());
        Map<SchoolId, SchoolVersion> settings = schools.load(
                handle, tasks.stream().map(one -> one.task().of().school()).collect(toSet()));
        Map<StudentOnDay, String> together = together(handle, tasks, knows);
        return tasks.stream()
                .map(one -> view(
                        one,
                        known.get(at(one)),
                        settings.get(one.task().of().school()),
                        together.get(StudentOnDay.of(one))))
                .toList();
    }

    private record StudentOnDay(StudentId student, SchoolDay day) {

        static StudentOnDay of(Listed listed) {
            return new StudentOnDay(
                    listed.task().of().student(), listed.task().of().day());
        }
    }

    /** Whose tasks one call covers: of students, and at schools, whose names may be known, in one question for a day. */
    private Map<StudentOnDay, String> together(Handle handle, List<Listed> tasks, Schools knows) {
        Map<SchoolDay, Set<StudentId>> students = tasks.stream()
                .map(one -> one.task().of())
                .filter(of -> knows.holds(of.school().value()))
                .collect(groupingBy(StudentAtSchool::day, mapping(StudentAtSchool::student, toSet())));
        Map<StudentOnDay, String> together = new HashMap<>();
        students.forEach((day, ofDay) -> households
                .onTheListTogether(handle, ofDay, day, knows)
                .forEach((student, household) -> together.put(new StudentOnDay(student, day), household)));
        return together;
    }

    /** The audit hears that this task is shown or changed. */
    public void audit(Listed listed) {
        trail.student(
                listed.task().of().student().value(),
                listed.task().of().school().value());
    }

    private static NamesService.At at(Listed listed) {
        return new NamesService.At(
                listed.task().of().student(), listed.task().of().school());
    }

    private static CallTaskView view(
            Listed listed, @Nullable StudentView student, @Nullable SchoolVersion school, @Nullable String household) {
        StoredTask stored = listed.task();
        CallTask task = stored.task();
        return new CallTaskView(
                stored.taskId(),
                stored.of().student().value(),
                stored.of().school().value(),
                stored.of().day().date(),
                task.state().name(),
                task.weakEvidence(),
                task.attempted(),
                task.flag() != null,
                task.flag() == null ? null : task.flag().name(),
                task.ended() == null ? null : task.ended().name(),
                stored.claimedBy(),
                task.leaseUntil(),
                task.arrivedAt(),
                stored.openedAt(),
                stored.outlook().callAgainAt(),
                stored.outlook().expectedBy(),
                stored.outlook().householdReachedAt(),
                household,
                listed.ranked().band().number(),
                listed.ranked().why(),
                listed.ranked().reason(),
                listed.assignedTo(),
                stored.version(),
                student == null || school == null ? null : firstLine(listed, student, school),
                listed.explanation(),
                listed.grounds(),
                student);
    }

    private static String firstLine(Listed listed, StudentView student, SchoolVersion school) {
        return FirstLine.of(
                student.calledName(),
                listed.task().task(),
                new FirstLine.Known(
                        listed.grounds().state(),
                        listed.grounds().leftAt(),
                        listed.grounds().marksAlone(),
                        school.settings().zone()));
    }
}
