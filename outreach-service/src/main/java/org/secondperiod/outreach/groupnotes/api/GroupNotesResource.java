package org.secondperiod.outreach.groupnotes.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.groupnotes.GroupNote;
import org.secondperiod.outreach.groupnotes.GroupNoteProblems;
import org.secondperiod.outreach.groupnotes.db.GroupNoteStore;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** One note for many. */
@Path("/v1/group-notes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Group notes", description = "One note for many students: a late bus")
public class GroupNotesResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final GroupNoteStore store;

    GroupNotesResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            IdempotentRequests requests,
            GroupNoteStore store) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.requests = requests;
        this.store = store;
    }

    /** The notes of a day. */
    @Schema(name = "GroupNotes")
    public record Notes(List<GroupNoteView> items) {}

    @GET
    @Operation(
            operationId = "listGroupNotes",
            summary = "The day's group notes",
            description = "Those that stand, and the ids of whom each is about.")
    public Notes list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "School day, yyyy-MM-dd; today if none is given") @QueryParam("day") @Nullable
                    String day) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        SchoolDay schoolDay = visibility.day(day);
        return jdbi.inTransaction(tx -> {
            List<GroupNote> notes = store.of(tx, scope, schoolDay);
            Map<String, List<StudentId>> about =
                    store.about(tx, notes.stream().map(GroupNote::noteId).toList());
            return new Notes(notes.stream()
                    .map(note -> shown(note, about.getOrDefault(note.noteId(), List.of())))
                    .toList());
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "writeGroupNote",
            summary = "Write one note for many",
            description = "It stands on the card of each, with the reason. The calls stay as they are.")
    @APIResponse(
            responseCode = "201",
            description = "Written",
            headers =
                    @Header(
                            name = "ETag",
                            description = "The version, for If-Match",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = GroupNoteView.class)))
    public Response write(GroupNoteRequest given, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Where callers = visibility.asCaller();
        GroupNote note = given.note("note-" + UUID.randomUUID(), visibility.subject(), Times.now(clock));
        callers.at(note.of().school().value());
        GroupNoteView view = requests.once(
                key, List.of("group-note", given), GroupNoteView.class, tx -> write(tx, note, given.tasks()));
        return Response.status(Response.Status.CREATED)
                .entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }

    private GroupNoteView write(Handle tx, GroupNote note, List<String> tasks) {
        List<StudentId> students = store.studentsOf(tx, note.of(), tasks);
        if (students.size() < tasks.size()) {
            throw Problems.field("taskIds", "has some that are no call tasks of this school and day, or one twice");
        }
        store.add(tx, note, students);
        return shown(note, students);
    }

    @DELETE
    @Path("/{noteId}")
    @Operation(
            operationId = "takeBackGroupNote",
            summary = "Take a group note back",
            description = "Who wrote it, or a lead of the school. Again, it changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken back")
    @APIResponse(responseCode = "404", description = "Not found")
    @APIResponse(responseCode = "409", description = "It is not yours")
    public Response takeBack(@PathParam("noteId") String noteId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where callers = visibility.asCaller();
        Schools leads = visibility.leadsAt();
        VisibilityService.id("noteId", noteId);
        jdbi.useTransaction(tx -> {
            GroupNote note = store.byId(tx, noteId)
                    .filter(found -> callers.holds(found.of().school().value()))
                    .orElseThrow(GroupNoteProblems::noSuchNote);
            if (!note.writtenBy().equals(visibility.subject())
                    && !leads.holds(note.of().school().value())) {
                throw GroupNoteProblems.notYours();
            }
            trail.about(noteId);
            trail.school(note.of().school().value());
            boolean stands = note.takenBackAt() == null;
            if (stands && ifMatch != null && !ifMatch.equals("\"" + note.version() + "\"")) {
                throw GroupNoteProblems.changedMeanwhile();
            }
            store.takeBack(tx, noteId, visibility.subject(), Times.now(clock));
        });
        return Response.noContent().build();
    }

    private GroupNoteView shown(GroupNote note, List<StudentId> about) {
        about.forEach(
                student -> trail.student(student.value(), note.of().school().value()));
        return GroupNoteView.of(note, about);
    }
}
