package org.secondperiod.outreach.mandatedreports.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.RequestProblems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.mandatedreports.CallId;
import org.secondperiod.outreach.mandatedreports.GuidanceService;
import org.secondperiod.outreach.mandatedreports.MandatedReportService;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Noting that one has reported, for whoever did and nobody else. */
@Path("/v1/mandated-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mandated reports")
public class MandatedReportsResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ZoneId zone;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final MandatedReportService reports;
    private final Duration writtenWithin;

    MandatedReportsResource(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId zone,
            VisibilityService visibility,
            IdempotentRequests requests,
            MandatedReportService reports,
            GuidanceService guidance) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.zone = zone;
        this.visibility = visibility;
        this.requests = requests;
        this.reports = reports;
        this.writtenWithin = guidance.at(null).writtenWithin();
    }

    /** What the bearer noted. */
    public record MyMandatedReports(List<MandatedReportView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "noteMandatedReport",
            summary = "Note that you have reported a suspicion to the register",
            description =
                    "Only where the district has switched it on. What you suspect has no field: it is the register's to"
                            + " hear. Nobody but you sees the note, unless a court orders it. It does not replace the report.")
    @APIResponse(
            responseCode = "201",
            description = "Noted",
            content = @Content(schema = @Schema(implementation = MandatedReportView.class)))
    @APIResponse(responseCode = "409", description = "Reports are not noted here")
    @APIResponse(responseCode = "410", description = "It was noted before; it was taken back since")
    public Response note(
            @Nullable MandatedReportRequest given, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        var where = visibility.asCaller();
        MandatedReportRequest request = MandatedReportRequest.of(given);
        where.at(String.valueOf(request.schoolId()));
        Instant now = Times.now(clock);
        Instant at = request.at(now);
        CallId call = request.call();
        String who = visibility.subject();
        Remembered noted = requests.once(
                idempotencyKey,
                List.of("mandated-report", request),
                Remembered.class,
                tx -> new Remembered(reports.note(tx, student(request, at), at, call, who, now)));
        MandatedReportView view = jdbi.inTransaction(tx -> reports.one(tx, noted.reportId(), who))
                .map(one -> MandatedReportView.of(one, writtenWithin))
                .orElseThrow(RequestProblems::answerGone);
        return Response.status(Response.Status.CREATED).entity(view).build();
    }

    /** What an idempotent answer remembers: never of whom the note is, so that it says no more than the note does later on. */
    public record Remembered(String reportId) {}

    @GET
    @Operation(
            operationId = "listMyMandatedReports",
            summary = "The reports that you have noted, the latest first",
            description = "Your own and nobody else's, wherever you made them, with what was given out to a court.")
    public MyMandatedReports mine() {
        String who = visibility.subject();
        return new MyMandatedReports(jdbi.inTransaction(tx -> reports.notedBy(tx, who).stream()
                .map(noted -> MandatedReportView.of(noted, writtenWithin))
                .toList()));
    }

    @DELETE
    @Path("/{reportId}")
    @Operation(operationId = "takeBackMandatedReport", summary = "Take back a note of yours: it is gone")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "409", description = "A legal hold keeps it")
    public void takeBack(@PathParam("reportId") String reportId) {
        VisibilityService.id("reportId", reportId);
        String who = visibility.subject();
        jdbi.useTransaction(tx -> reports.takeBack(tx, reportId, who));
    }

    private StudentAtSchool student(MandatedReportRequest request, Instant at) {
        return new StudentAtSchool(
                new StudentId(String.valueOf(request.studentId())),
                new SchoolId(String.valueOf(request.schoolId())),
                SchoolDay.of(LocalDate.ofInstant(at, zone)));
    }
}
