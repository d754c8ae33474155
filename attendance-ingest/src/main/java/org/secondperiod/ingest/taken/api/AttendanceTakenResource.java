package org.secondperiod.ingest.taken.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.ingest.intake.BulkIntake;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.intake.SingleAnswer;
import org.secondperiod.ingest.intake.SingleIntake;
import org.secondperiod.ingest.taken.TakenBody;
import org.secondperiod.ingest.taken.TakenReader;
import org.secondperiod.kit.bulk.BulkFormat;
import org.secondperiod.kit.identity.Access;

/** Where a student information system says that attendance was submitted. */
@Path("/v1/attendance-taken")
@Tag(name = "Attendance taken")
public class AttendanceTakenResource {

    private static final String NDJSON_EXAMPLE = """
            {"schoolId":"11X265","schoolDay":"2026-10-14","period":"1","classId":"ENG-101","takenAt":"2026-10-14T08:31:00-04:00"}
            """;
    private static final String CSV_EXAMPLE = """
            schoolId,schoolDay,period,classId,takenAt
            11X265,2026-10-14,1,ENG-101,2026-10-14T08:31:00-04:00
            """;

    private final SingleIntake single;
    private final BulkIntake bulk;
    private final TakenReader reader;
    private final Access access;

    AttendanceTakenResource(SingleIntake single, BulkIntake bulk, TakenReader reader, Access access) {
        this.single = single;
        this.bulk = bulk;
        this.reader = reader;
        this.access = access;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postAttendanceTaken",
            summary = "Takes one submission",
            description =
                    "An answer means that the broker acknowledged it, or that it waits in quarantine because its school "
                            + "is not set up yet. Sending the same again changes nothing.")
    @RequestBody(content = @Content(schema = @Schema(implementation = TakenBody.class)))
    @APIResponse(responseCode = "200", description = "It is safe.")
    @APIResponse(responseCode = "422", description = "A field is not valid; the problem names it.")
    @APIResponse(responseCode = "503", description = "The broker did not acknowledge in time: send it again.")
    public SingleAnswer one(InputStream body) throws IOException {
        return single.take(body, reader, Sender.of(access, "marks:write"));
    }

    @POST
    @Path("/batch")
    @Consumes({BulkFormat.NDJSON_TYPE, BulkFormat.CSV_TYPE})
    @Operation(
            operationId = "postAttendanceTakenBatch",
            summary = "Takes many submissions, one a line",
            description =
                    "Good lines go through, bad ones are reported by line, column and field. The body is read as a "
                            + "stream. Sending the same body again, after an answer or without one, changes nothing.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = BulkFormat.NDJSON_TYPE,
                        schema = @Schema(implementation = TakenBody.class),
                        examples = @ExampleObject(name = "submissions", value = NDJSON_EXAMPLE)),
                @Content(
                        mediaType = BulkFormat.CSV_TYPE,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "submissions", value = CSV_EXAMPLE))
            })
    @APIResponse(responseCode = "200", description = "What became of the lines.")
    @APIResponse(responseCode = "413", description = "The body is larger than the limit, which the problem names.")
    @APIResponse(responseCode = "415", description = "Neither NDJSON nor CSV, or not UTF-8.")
    @APIResponse(responseCode = "422", description = "The body is empty, or the header row does not fit.")
    @APIResponse(responseCode = "503", description = "The broker did not acknowledge in time: send all of it again.")
    public BulkAnswer batch(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type)
            throws IOException {
        return bulk.take(body, type, reader, Sender.of(access, "marks:write"));
    }
}
