package org.secondperiod.outreach.timeline.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.roster.db.EnrolmentStore;
import org.secondperiod.outreach.timeline.Timeline;
import org.secondperiod.outreach.timeline.TimelineService;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsListing;

@Path("/v1/students/{studentId}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students", description = "What happened to one student")
public class TimelineResource {

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final ConcernStore concerns;
    private final WhereaboutsListing whereabouts;
    private final EnrolmentStore enrolments;
    private final NamesService names;
    private final TimelineService timelines;

    TimelineResource(
            Jdbi jdbi,
            AuditTrail trail,
            VisibilityService visibility,
            ConcernStore concerns,
            WhereaboutsListing whereabouts,
            EnrolmentStore enrolments,
            NamesService names,
            TimelineService timelines) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.concerns = concerns;
        this.whereabouts = whereabouts;
        this.enrolments = enrolments;
        this.names = names;
        this.timelines = timelines;
    }

    @GET
    @Operation(
            operationId = "getTimeline",
            summary = "What happened to a student on a day",
            description =
                    "Every mark, scan and sighting with when it happened and when we learnt of it, every conclusion"
                            + " with the rule that fired, the call task's life, calls and conversations with their notes, and what"
                            + " they left to be done. Of a student who is enrolled at no"
                            + " school of yours, only what was told of those schools.")
    @APIResponse(
            responseCode = "200",
            description = "What is known of the day, by time",
            content = @Content(schema = @Schema(implementation = Timeline.class)))
    @APIResponse(responseCode = "404", description = "No such student at a school of yours")
    public Timeline timeline(
            @PathParam("studentId") String studentId,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        Where where = visibility.asReader();
        StudentId student = new StudentId(VisibilityService.id("studentId", studentId));
        trail.student(student.value());
        StudentDay of = new StudentDay(student, visibility.day(day));
        return jdbi.inTransaction(handle -> {
            List<SchoolId> seen = concerns.schoolsOf(handle, Set.of(student)).stream()
                    .filter(school -> where.holds(school.value()))
                    .sorted()
                    .toList();
            seen.forEach(school -> trail.school(school.value()));
            if (seen.isEmpty()) {
                throw Problems.notFound("There is no such student at a school of yours.");
            }
            List<SchoolId> theirs = enrolments.load(handle, Set.of(student)).getOrDefault(student, List.of()).stream()
                    .map(Enrolment::school)
                    .filter(seen::contains)
                    .toList();
            return new Timeline(
                    studentId,
                    of.day().date(),
                    name(handle, student, theirs),
                    timelines.namesOf(handle, seen),
                    whereabouts.ofStudent(handle, student, of.day()).stream()
                            .filter(view -> where.holds(view.schoolId()))
                            .toList(),
                    timelines
                            .entries(handle, of, visibility.readsRestrictedNotesAt(), visibility.knowsNamesAt())
                            .stream()
                            .filter(entry ->
                                    entry.schoolId() == null ? !theirs.isEmpty() : where.holds(entry.schoolId()))
                            .toList());
        });
    }

    private @Nullable StudentView name(Handle handle, StudentId student, List<SchoolId> schools) {
        Schools knows = visibility.knowsNamesAt();
        return schools.stream()
                .filter(school -> knows.holds(school.value()))
                .findFirst()
                .map(school -> new NamesService.At(student, school))
                .map(at -> names.open(handle, List.of(at)).get(at))
                .orElse(null);
    }
}
