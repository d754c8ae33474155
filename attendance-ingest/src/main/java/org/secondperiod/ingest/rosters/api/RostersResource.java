package org.secondperiod.ingest.rosters.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.ImportWishes;
import org.secondperiod.ingest.rosters.RosterImports;
import org.secondperiod.ingest.rosters.RosterImports.Upload;
import org.secondperiod.kit.requests.IdempotentRequests;

/** Takes OneRoster archives. */
@Path("/v1/rosters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rosters")
public class RostersResource {

    /** One that is misspelt is refused: a dry run that is none would import for real. */
    private final RosterAccess access;

    private final UploadReader reader;
    private final RosterImports imports;
    private final IdempotentRequests requests;

    RostersResource(RosterAccess access, UploadReader reader, RosterImports imports, IdempotentRequests requests) {
        this.access = access;
        this.reader = reader;
        this.imports = imports;
        this.requests = requests;
    }

    /** What makes two requests the same. */
    record RosterRequest(String sha256, boolean dryRun, boolean allowShrink) {}

    /** Where to look how it goes. */
    @Schema(name = "AcceptedRoster")
    public record Accepted(
            @Schema(description = "Of /v1/imports/{importId}", examples = "0d9f6c1e-4f0c-4f44-9d1e-7f3f6f0f2a11")
            String importId) {}

    @POST
    @Consumes({"application/zip", "application/x-zip-compressed"})
    @Operation(
            operationId = "postRoster",
            summary = "Import a roster",
            description =
                    "A OneRoster 1.1 or 1.2 CSV zip as the body, bulk or delta as its manifest says. It is kept, and"
                            + " imported in the background; the Location tells how that goes.")
    @APIResponse(
            responseCode = "202",
            description = "Kept.",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import: state, progress, counts, row errors.",
                            schema = @Schema(implementation = String.class, format = "uri")),
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @APIResponse(responseCode = "413", description = "The zip is larger than the limit, which the problem names.")
    @APIResponse(responseCode = "415", description = "No zip.")
    @APIResponse(responseCode = "422", description = "A parameter is neither true nor false.")
    public Response post(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("allowShrink") @DefaultValue("false") boolean allowShrink,
            @Context UriInfo uri,
            InputStream body) {
        access.require();
        uri.getQueryParameters().forEach(RostersResource::check);
        Upload upload = reader.read(body);
        try {
            Accepted accepted = requests.once(
                    idempotencyKey,
                    new RosterRequest(upload.sha256(), dryRun, allowShrink),
                    Accepted.class,
                    tx -> new Accepted(imports.accept(
                            tx, upload, "upload", access.subject(), new ImportWishes(dryRun, allowShrink))));
            return Response.accepted(accepted)
                    .location(uri.getBaseUriBuilder()
                            .path(ImportsResource.class)
                            .path(accepted.importId())
                            .build())
                    .build();
        } finally {
            reader.delete(upload.file());
        }
    }

    /** A wish that is empty must not be overheard: the roster would be imported for real. */
    private static void check(String name, List<String> values) {
        if (values.stream().anyMatch(String::isBlank)) {
            throw RostersProblems.emptyParameter(name);
        }
    }
}
