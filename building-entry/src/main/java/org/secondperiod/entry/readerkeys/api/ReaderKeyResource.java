package org.secondperiod.entry.readerkeys.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.secondperiod.entry.buildings.DoorAccess;
import org.secondperiod.entry.readerkeys.IssuedKey;
import org.secondperiod.entry.readerkeys.ReaderKey;
import org.secondperiod.entry.readerkeys.ReaderKeyService;
import org.secondperiod.entry.readers.ReaderService;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.requests.Page;

/** The keys with which a reader signs what it sends. */
@Path("/v1/readers/{readerId}/keys")
@Tag(name = "Reader keys", description = "The keys with which a reader signs its scans and heartbeats by itself")
public class ReaderKeyResource {

    private final ReaderKeyService keys;
    private final ReaderService readers;
    private final DoorAccess doors;
    private final Access access;

    ReaderKeyResource(ReaderKeyService keys, ReaderService readers, DoorAccess doors, Access access) {
        this.keys = keys;
        this.readers = readers;
        this.doors = doors;
        this.access = access;
    }

    @POST
    @Operation(
            operationId = "issueReaderKey",
            summary = "Give a reader a key, or the second one that rotation takes",
            description =
                    "With the public key of a pair that the reader made, nothing secret travels, and sending it again changes nothing. Without one, the pair is made here and its private key is in this answer and nowhere else: if the answer is lost, revoke the key and issue another.")
    @APIResponse(
            responseCode = "201",
            description = "The key; the private key only where the pair was made here, and only now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedKeyView.class)))
    @APIResponse(responseCode = "404", description = "The reader is not registered")
    @APIResponse(
            responseCode = "409",
            description = "The reader has two valid keys, or the public key was registered before")
    @APIResponse(responseCode = "422", description = "A field is not valid")
    public RestResponse<IssuedKeyView> issue(
            @PathParam("readerId") String readerId, @NotNull @Valid ReaderKeyRequest request) {
        require(readerId);
        IssuedKey issued = keys.issue(readerId, request.publicKey(), request.end(), access.subject());
        return RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, new IssuedKeyView(view(issued.key()), issued.privatePem()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @GET
    @Operation(
            operationId = "listReaderKeys",
            summary = "The newest 100 keys of a reader, revoked and ended ones too; never a private key")
    @APIResponse(responseCode = "200", description = "The keys, the newest first")
    @APIResponse(responseCode = "404", description = "The reader is not registered")
    public Page<ReaderKeyView> list(@PathParam("readerId") String readerId) {
        require(readerId);
        List<ReaderKeyView> found =
                keys.list(readerId).stream().map(ReaderKeyResource::view).toList();
        return new Page<>(found, null);
    }

    @DELETE
    @Path("/{keyId}")
    @Operation(
            operationId = "revokeReaderKey",
            summary = "Revoke a key for good: from this answer on no replica accepts it. Again, it changes nothing")
    @APIResponse(responseCode = "204", description = "The key is revoked")
    @APIResponse(responseCode = "404", description = "The reader is not registered, or has no key of this id")
    public void revoke(@PathParam("readerId") String readerId, @PathParam("keyId") String keyId) {
        require(readerId);
        keys.revoke(readerId, keyId, access.subject());
    }

    /** A key outlives the credential that issued it, so sending scans is not enough to issue one. */
    private void require(String readerId) {
        var where = access.as("reader-keys:write", "admin");
        readers.buildingOf(readerId).ifPresent(buildingId -> doors.require(where, buildingId));
    }

    private static ReaderKeyView view(ReaderKey key) {
        return ReaderKeyView.of(key);
    }
}
