package org.secondperiod.entry.readers.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.buildings.DoorAccess;
import org.secondperiod.entry.buildings.DoorSpeaker;
import org.secondperiod.entry.buildings.SchoolLimits;
import org.secondperiod.entry.readerkeys.Speakers;
import org.secondperiod.entry.readerkeys.api.SignedOperations;
import org.secondperiod.entry.readers.ReaderProblems;
import org.secondperiod.entry.readers.ReaderService;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/** Readers and their heartbeats. */
@Path("/v1/readers")
@Tag(name = "Readers", description = "Door readers: settings, heartbeats, and what was heard from them")
public class ReaderResource {

    private static final int PAGE = 500;

    private final ReaderService readers;
    private final DoorAccess doors;
    private final Access access;
    private final Speakers speakers;
    private final AuditTrail trail;

    ReaderResource(ReaderService readers, DoorAccess doors, Access access, Speakers speakers, AuditTrail trail) {
        this.readers = readers;
        this.doors = doors;
        this.access = access;
        this.speakers = speakers;
        this.trail = trail;
    }

    @PUT
    @Path("/{readerId}")
    @Operation(operationId = "putReader", summary = "Register a reader or change its settings")
    @APIResponse(responseCode = "200", description = "The reader as it is now; the ETag is the version of its settings")
    @APIResponse(responseCode = "412", description = "If-Match named another version: somebody changed it meanwhile")
    @APIResponse(responseCode = "422", description = "A field is not valid")
    public RestResponse<ReaderView> put(
            @PathParam("readerId") String readerId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid ReaderRequest request) {
        Where where = access.as("scans:write", "admin");
        if (!Ids.isId(readerId)) {
            throw ReaderProblems.noId();
        }
        trail.about(readerId);
        requireDoor(readerId, SchoolLimits.of(where));
        doors.require(where, request.settings().buildingId());
        readers.put(readerId, request.settings(), EntityTags.version(ifMatch));
        return withTag(ReaderView.of(readers.status(readerId)));
    }

    @GET
    @Path("/{readerId}")
    @NotAudited("it tells of a door, and nothing of who came through it")
    @Operation(
            operationId = "getReader",
            summary =
                    "A reader: its settings, when it was last heard from, what it has queued, which numbers are missing")
    @APIResponse(responseCode = "200", description = "The reader")
    @APIResponse(responseCode = "404", description = "It is not registered")
    public RestResponse<ReaderView> get(@PathParam("readerId") String readerId) {
        requireReading();
        return withTag(ReaderView.of(readers.status(readerId)));
    }

    @GET
    @NotAudited("it tells of doors, and nothing of who came through them")
    @Operation(operationId = "listReaders", summary = "All readers by id, in pages of 500")
    @APIResponse(responseCode = "200", description = "A page of readers")
    public Page<ReaderView> list(@QueryParam("cursor") @Nullable String cursor) {
        requireReading();
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        List<ReaderView> found =
                readers.list(after, PAGE + 1).stream().map(ReaderView::of).toList();
        List<ReaderView> page = found.subList(0, Math.min(PAGE, found.size()));
        return new Page<>(
                page, found.size() > PAGE ? Cursor.encode(page.getLast().readerId()) : null);
    }

    @POST
    @Path("/{readerId}/heartbeat")
    @NotAudited("a door says every minute that it is there; the reader has when it was last heard from")
    @Operation(
            operationId = "postHeartbeat",
            summary =
                    "A reader says that it is there and how many scans still wait in it; the answer says what is missing here")
    @APIResponse(responseCode = "200", description = "The event broker has acknowledged; the reader as it is known now")
    @APIResponse(responseCode = "401", description = SignedOperations.UNAUTHORIZED)
    @APIResponse(responseCode = "403", description = SignedOperations.FORBIDDEN)
    @APIResponse(responseCode = "404", description = "It is not registered")
    @APIResponse(responseCode = "413", description = SignedOperations.TOO_LARGE)
    @APIResponse(responseCode = "422", description = "A field is not valid")
    @APIResponse(responseCode = "503", description = "Not acknowledged in time: send the same again")
    public ReaderView heartbeat(@PathParam("readerId") String readerId, @NotNull @Valid HeartbeatRequest request) {
        DoorSpeaker speaker = speakers.required();
        speakers.require(speaker, readerId);
        requireDoor(readerId, speaker.limits());
        readers.heartbeat(readerId, request.heartbeat());
        return ReaderView.of(readers.status(readerId));
    }

    /** A reader that is not registered is nobody's yet. */
    private void requireDoor(String readerId, SchoolLimits limits) {
        readers.buildingOf(readerId).ifPresent(buildingId -> doors.require(limits, buildingId));
    }

    /** Doors are nobody's secret: who leads a school sees those of all. */
    private void requireReading() {
        access.as("scans:write", "admin", "attendance-lead", "principal");
    }

    private static RestResponse<ReaderView> withTag(ReaderView view) {
        return RestResponse.ResponseBuilder.ok(view)
                .header("ETag", EntityTags.of(view.version()))
                .build();
    }
}
