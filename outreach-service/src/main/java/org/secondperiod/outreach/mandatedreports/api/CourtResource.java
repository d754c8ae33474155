package org.secondperiod.outreach.mandatedreports.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.mandatedreports.CallId;
import org.secondperiod.outreach.mandatedreports.MandatedReport;
import org.secondperiod.outreach.mandatedreports.MandatedReportService;
import org.secondperiod.outreach.mandatedreports.Showing;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Giving notes out to a court: the one way to a note beside its maker's. */
@Path("/v1/mandated-reports/for-a-court")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mandated reports")
public class CourtResource {

    private static final int LONGEST_ORDER = 200;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final MandatedReportService reports;

    CourtResource(Jdbi jdbi, Clock clock, Access access, MandatedReportService reports) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.reports = reports;
    }

    /** A court's order: whose notes, and the order by its number. */
    @Schema(
            name = "CourtOrder",
            requiredProperties = {"studentId", "order"})
    public record CourtOrder(
            @Nullable String studentId,

            @Schema(maxLength = LONGEST_ORDER) @Nullable String order) {}

    /** What a court gets. */
    @Schema(name = "MandatedReportsForACourt")
    public record ForACourt(String studentId, List<NotedReport> reports) {}

    /** That somebody reported, with who it was. */
    public record NotedReport(
            String reportId,
            String schoolId,
            Instant reportedAt,
            @Nullable String callId,
            String notedBy,
            Instant notedAt) {

        static NotedReport of(MandatedReport report) {
            CallId callId = report.callId();
            return new NotedReport(
                    report.reportId(),
                    report.schoolId(),
                    report.reportedAt(),
                    callId == null ? null : callId.value(),
                    report.notedBy(),
                    report.notedAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveMandatedReportsToACourt",
            summary = "The notes of reports about a student, for a court that has ordered it",
            description =
                    "Each is marked as given out, which its maker sees. It is not in the log of disclosures, which a"
                            + " family may read.")
    public ForACourt give(@Nullable CourtOrder given) {
        access.as("admin").everywhere();
        CourtOrder order = given == null ? new CourtOrder(null, null) : given;
        new Given()
                .field("studentId", order.studentId())
                .field("order", order.order())
                .orRefuse();
        String student = VisibilityService.id("studentId", order.studentId());
        Showing showing = new Showing(access.subject(), Times.now(clock), number(order.order()));
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return new ForACourt(
                    student,
                    reports.forACourt(tx, student, showing).stream()
                            .map(NotedReport::of)
                            .toList());
        });
    }

    private static String number(@Nullable String order) {
        String stripped = order == null ? "" : order.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_ORDER) {
            throw Problems.field("order", "has 1 to " + LONGEST_ORDER + " characters");
        }
        return stripped;
    }
}
