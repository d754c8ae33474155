package org.secondperiod.outreach.erasures.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.outreach.erasures.ErasureOrder;
import org.secondperiod.outreach.erasures.ErasureProblems;
import org.secondperiod.outreach.erasures.ErasureService;
import org.secondperiod.outreach.erasures.db.ErasureOrderStore;
import org.secondperiod.outreach.erasures.db.ErasureReportStore;
import org.secondperiod.outreach.erasures.kafka.TopicsOfStudents;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Erasures, for administrators of the whole district. */
@Path("/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasures", description = "Erasing all that is held of a student, with a certificate")
public class ErasuresResource {

    private static final int USUAL_PAGE = 100;

    private final Jdbi jdbi;
    private final Access access;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final ErasureService erasures;
    private final ErasureOrderStore orders;
    private final ErasureReportStore reports;
    private final TopicsOfStudents topics;

    ErasuresResource(
            Jdbi jdbi,
            Access access,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            ErasureService erasures,
            ErasureOrderStore orders,
            ErasureReportStore reports,
            TopicsOfStudents topics) {
        this.jdbi = jdbi;
        this.access = access;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.erasures = erasures;
        this.orders = orders;
        this.reports = reports;
        this.topics = topics;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderErasure",
            summary = "Erase all that is held of a student, in every service",
            description =
                    "It cannot be taken back. Export first what must be kept elsewhere, and take the student out of the"
                            + " roster's source. A legal hold makes it wait. Of a student who is being erased the answer is the"
                            + " order that stands.")
    @APIResponse(
            responseCode = "202",
            description = "Ordered",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    public Response order(
            @Nullable ErasureRequest request, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        access.as("admin").everywhere();
        ErasureRequest.Whole wanted = ErasureRequest.of(request);
        Certificate certificate = requests.once(idempotencyKey, List.of("erasure", wanted), Certificate.class, tx -> {
            AsSystem.fromHereOn(tx);
            return certificate(tx, erasures.order(tx, wanted.studentId(), access.subject(), wanted.why()));
        });
        return Response.accepted(certificate)
                .location(URI.create("/outreach/v1/erasures/" + certificate.orderId()))
                .build();
    }

    @GET
    @Operation(operationId = "listErasures", summary = "The erasures that were ordered, with their certificates")
    public Page<Certificate> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        access.as("admin").everywhere();
        int length = visibility.limit(limit, USUAL_PAGE);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            List<ErasureOrder> found = orders.page(tx, after, length + 1);
            List<ErasureOrder> shown = found.subList(0, Math.min(length, found.size()));
            shown.forEach(order -> trail.student(order.studentId()));
            return new Page<>(
                    shown.stream().map(order -> certificate(tx, order)).toList(),
                    found.size() > length ? Cursor.encode(shown.getLast().orderId()) : null);
        });
    }

    @GET
    @Path("/{orderId}")
    @Operation(
            operationId = "getErasure",
            summary = "The certificate of an erasure: what was erased where, and when the last trace is gone")
    @APIResponse(
            responseCode = "200",
            description = "The certificate, as far as services have reported",
            content = @Content(schema = @Schema(implementation = Certificate.class)))
    @APIResponse(responseCode = "404", description = "Not found")
    public Certificate one(@PathParam("orderId") String orderId) {
        access.as("admin").everywhere();
        VisibilityService.id("orderId", orderId);
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            ErasureOrder order = orders.byId(tx, orderId).orElseThrow(ErasureProblems::noSuchErasure);
            trail.about(orderId);
            trail.student(order.studentId());
            return certificate(tx, order);
        });
    }

    private Certificate certificate(Handle tx, ErasureOrder order) {
        return Certificate.of(
                order, reports.of(tx, order.orderId()), erasures.keptBy(tx, order.studentId()), topics.traces());
    }
}
