package org.secondperiod.reporting.students.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.students.StudentAttendance;
import org.secondperiod.reporting.students.StudentAttendanceService;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/students/{studentId}/attendance")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students", description = "One student's attendance")
public class StudentAttendanceResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StudentAttendanceService attendance;

    StudentAttendanceResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            StudentAttendanceService attendance) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.attendance = attendance;
    }

    @GET
    @Operation(
            operationId = "getStudentAttendance",
            summary = "A student's attendance in a school year",
            description =
                    "The days that count, and of them the absent, at each school of yours, in whole half days; the band by"
                            + " its name; each day that was not one of presence in time. `standing` is of all schools of"
                            + " the district together. Families are told days, never a band.")
    @APIResponse(
            responseCode = "200",
            description = "The school year of the day that was asked for",
            content = @Content(schema = @Schema(implementation = StudentAttendance.class)))
    @APIResponse(responseCode = "404", description = "No such student at a school of yours in that year")
    public StudentAttendance attendance(
            @PathParam("studentId") String studentId,
            @Parameter(description = "A date of the school year, yyyy-MM-dd; today if none is given")
                    @QueryParam("day")
                    @Nullable
                    String day) {
        visibility.asReaderOfStudents();
        String student = VisibilityService.id("studentId", studentId);
        trail.student(student);
        LocalDate date = visibility.date("day", day);
        Instant now = Times.now(clock);
        return jdbi.inTransaction(tx -> {
            StudentAttendance seen = attendance.of(tx, student, date, now);
            if (seen.schools().isEmpty()) {
                throw Problems.notFound("There is no such student at a school of yours in that school year.");
            }
            seen.schools().forEach(school -> trail.school(school.schoolId()));
            return seen;
        });
    }
}
