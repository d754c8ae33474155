package org.secondperiod.ingest.knownabsences.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.Paths;
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.knownabsences.KnownAbsenceProblems;
import org.secondperiod.ingest.knownabsences.KnownAbsencesBulk;
import org.secondperiod.ingest.knownabsences.KnownAbsencesService;
import org.secondperiod.ingest.knownabsences.OneKnownAbsence;
import org.secondperiod.kit.bulk.BulkFormat;
import org.secondperiod.kit.identity.Access;

/** Reasons that a school already has. */
@Path("/v1/known-absences")
@Tag(name = "Known absences")
public class KnownAbsencesResource {

    private static final String WRITE = "marks:write";
    private static final String NDJSON_EXAMPLE = """
            {"absenceId":"KA-7731","studentId":"S-204511","schoolId":"11X265","reason":"trip","from":"2026-10-14","to":"2026-10-16"}
            """;

    private final KnownAbsencesService service;
    private final OneKnownAbsence one;
    private final KnownAbsencesBulk bulk;
    private final Access access;

    KnownAbsencesResource(KnownAbsencesService service, OneKnownAbsence one, KnownAbsencesBulk bulk, Access access) {
        this.service = service;
        this.one = one;
        this.bulk = bulk;
        this.access = access;
    }

    @GET
    @Path("/{absenceId}")
    @Operation(
            operationId = "getKnownAbsence",
            summary = "A known absence",
            description = "The detail is shown only to credentials that may write it.")
    @APIResponse(responseCode = "200", description = "ETag is its version.")
    @APIResponse(responseCode = "404", description = "None with this id is known to this credential.")
    public RestResponse<KnownAbsenceBody> get(@PathParam("absenceId") String absenceId) {
        var reader = Sender.of(access, WRITE, "attendance-lead");
        var absence = service.find(Paths.id("absenceId", absenceId), reader).orElseThrow(KnownAbsenceProblems::unknown);
        return Bodies.answer(absence, !access.where(WRITE).isNone());
    }

    @PUT
    @Path("/{absenceId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putKnownAbsence",
            summary = "Declares, changes or withdraws a known absence",
            description = "It is stored, and the event follows from there. Sending the same again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = KnownAbsenceBody.class)))
    @APIResponse(responseCode = "200", description = "The absence as it stands.")
    @APIResponse(
            responseCode = "409",
            description = "A newer version stands, or the version was used for other content.")
    @APIResponse(responseCode = "412", description = "Somebody changed it meanwhile.")
    @APIResponse(responseCode = "422", description = "A field is not valid; the problem names it.")
    public RestResponse<KnownAbsenceBody> put(
            @PathParam("absenceId") String absenceId,
            InputStream body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch)
            throws IOException {
        var sender = Sender.of(access, WRITE);
        return Bodies.answer(one.put(Paths.id("absenceId", absenceId), body, sender, ifMatch), true);
    }

    @POST
    @Path("/batch")
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Operation(
            operationId = "postKnownAbsenceBatch",
            summary = "Declares many known absences, one a line",
            description =
                    "Good lines go through, bad ones are reported by line, column and field. An older version than the "
                            + "one that stands has no effect.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = BulkFormat.NDJSON_TYPE,
                        schema = @Schema(implementation = KnownAbsenceBody.class),
                        examples = @ExampleObject(name = "absences", value = NDJSON_EXAMPLE)),
                @Content(mediaType = BulkFormat.CSV_TYPE, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "200", description = "What became of the lines.")
    @APIResponse(responseCode = "413", description = "The body is larger than the limit, which the problem names.")
    @APIResponse(responseCode = "415", description = "Neither NDJSON nor CSV, or not UTF-8.")
    @APIResponse(responseCode = "422", description = "The body is empty, or the header row does not fit.")
    public BulkAnswer batch(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type)
            throws IOException {
        return bulk.take(body, type, Sender.of(access, WRITE));
    }
}
