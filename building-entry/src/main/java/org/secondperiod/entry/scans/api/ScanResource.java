package org.secondperiod.entry.scans.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.secondperiod.entry.buildings.DoorSpeaker;
import org.secondperiod.entry.readerkeys.Speakers;
import org.secondperiod.entry.readerkeys.api.SignedOperations;
import org.secondperiod.entry.scans.ScanBatchResult;
import org.secondperiod.entry.scans.ScanBatches;
import org.secondperiod.entry.scans.ScanInput;
import org.secondperiod.entry.scans.ScanOutcome;
import org.secondperiod.entry.scans.ScanService;
import org.secondperiod.kit.bulk.BulkFormat;
import org.secondperiod.kit.bulk.OneObject;

/** Scans come in here. */
@Path("/v1/scans")
@Tag(name = "Scans", description = "Evidence that a badge was at a reader")
public class ScanResource {

    private final ScanService scans;
    private final ScanBatches batches;
    private final Speakers speakers;

    ScanResource(ScanService scans, ScanBatches batches, Speakers speakers) {
        this.scans = scans;
        this.batches = batches;
        this.speakers = speakers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "postScan", summary = "One scan; sending it again changes nothing")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ScanRequest.class)))
    @APIResponse(
            responseCode = "200",
            description = "Acknowledged by the event broker",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScanResult.class)))
    @APIResponse(responseCode = "202", description = "Kept: its badge is nobody's yet, or its reader is not registered")
    @APIResponse(responseCode = "400", description = "The body is not a JSON object")
    @APIResponse(responseCode = "401", description = SignedOperations.UNAUTHORIZED)
    @APIResponse(responseCode = "403", description = SignedOperations.FORBIDDEN)
    @APIResponse(responseCode = "409", description = "The scanId was sent before with other content")
    @APIResponse(responseCode = "413", description = SignedOperations.TOO_LARGE)
    @APIResponse(responseCode = "422", description = "A field is not valid, or the scan is older than 30 days")
    @APIResponse(responseCode = "503", description = "Not acknowledged in time: send the same again")
    public RestResponse<ScanResult> post(byte[] body) {
        DoorSpeaker speaker = speakers.required();
        ScanInput scan = OneObject.read(body, ScanInput.COLUMNS, ScanInput::read);
        speakers.require(speaker, scan.readerId());
        ScanOutcome outcome = scans.take(speaker.subject(), speaker.limits(), scan);
        RestResponse.Status status =
                outcome.kind() == ScanOutcome.Kind.ACCEPTED ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED;
        return RestResponse.status(status, ScanResult.of(scan, outcome));
    }

    @POST
    @Path("/batch")
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Operation(
            operationId = "postScanBatch",
            summary = "Many scans, a line each; good lines go through whatever is wrong with others",
            description =
                    "NDJSON, or CSV with a header row of the same names. The body is read as a stream. Sending it again, whole or in part, changes nothing.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = BulkFormat.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "two scans",
                                        value =
                                                "{\"readerId\":\"R-EAST-MAIN\",\"badge\":\"B100\",\"scannedAt\":\"2026-10-14T08:01:30-04:00\"}\n{\"readerId\":\"R-EAST-MAIN\",\"badge\":\"B101\",\"scannedAt\":\"2026-10-14T08:01:34-04:00\",\"direction\":\"out\"}\n")),
                @Content(
                        mediaType = BulkFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING),
                        examples =
                                @ExampleObject(
                                        name = "one scan",
                                        value =
                                                "readerId,badge,scannedAt,direction,sequence\nR-EAST-MAIN,B100,2026-10-14T08:01:30-04:00,in,17\n"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the lines",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ScanBatchResult.class)))
    @APIResponse(responseCode = "401", description = SignedOperations.UNAUTHORIZED)
    @APIResponse(responseCode = "403", description = SignedOperations.FORBIDDEN)
    @APIResponse(
            responseCode = "413",
            description = "The body is larger than the stated size, or a signed one larger than 1 MiB")
    @APIResponse(responseCode = "415", description = "Neither NDJSON nor CSV, or not UTF-8")
    @APIResponse(responseCode = "422", description = "The body is empty, or its header row does not fit")
    @APIResponse(responseCode = "503", description = "Not acknowledged in time: send the same again")
    public ScanBatchResult batch(InputStream body, @HeaderParam("Content-Type") MediaType type) throws IOException {
        return batches.take(speakers.required(), body, type);
    }
}
