package org.secondperiod.outreach.languages.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.grants.Granted;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.grants.GrantRules;
import org.secondperiod.outreach.languages.LanguageProblems;
import org.secondperiod.outreach.languages.LanguagesService;
import org.secondperiod.outreach.languages.StaffLanguages;
import org.secondperiod.outreach.languages.db.StaffLanguageStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Which languages people who call speak. */
@Path("/v1/staff-languages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Languages of staff", description = "Who can call whom: which languages people who call speak")
public class StaffLanguagesResource {

    private static final List<String> STAFF = List.of("caller", "attendance-lead", "principal");

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final Access access;
    private final Granted granted;
    private final VisibilityService visibility;
    private final LanguagesService languages;
    private final StaffLanguageStore store;

    StaffLanguagesResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            Access access,
            Granted granted,
            VisibilityService visibility,
            LanguagesService languages,
            StaffLanguageStore store) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.access = access;
        this.granted = granted;
        this.visibility = visibility;
        this.languages = languages;
        this.store = store;
    }

    @GET
    @Path("/mine")
    @NotAudited("it tells who asks of themselves only")
    @Operation(operationId = "getMyLanguages", summary = "Which languages you have said that you speak")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffLanguagesView.class)))
    public Response mine() {
        visibility.asCaller();
        return answer(jdbi.inTransaction(tx -> languages.of(tx, visibility.subject())));
    }

    @PUT
    @Path("/mine")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putMyLanguages",
            summary = "Say which languages you speak",
            description =
                    "After a language barrier a family is offered to who speaks its language, and calls are shared"
                            + " out by it. What was said before is kept.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffLanguagesView.class)))
    public Response sayMine(LanguagesRequests.Spoken given, @HeaderParam("If-Match") @Nullable String ifMatch) {
        visibility.asCaller();
        return say(visibility.subject(), given.codes(), ifMatch);
    }

    /** What the people of a school speak. */
    @Schema(name = "LanguagesOfStaff")
    public record OfStaff(List<StaffLanguagesView> items) {}

    @GET
    @Operation(
            operationId = "listStaffLanguages",
            summary = "Which languages the people speak who call at a school",
            description = "Everybody who calls, leads or answers there now, also of whom nobody has said anything.")
    public OfStaff list(
            @Parameter(description = "School id", required = true) @QueryParam("school") @Nullable String school) {
        Where where = givers();
        SchoolId id = new SchoolId(VisibilityService.id("school", school));
        where.at(id.value());
        return new OfStaff(jdbi.inTransaction(tx -> store.at(tx, id, STAFF, MachineClock.now())).stream()
                .map(StaffLanguagesView::of)
                .toList());
    }

    @PUT
    @Path("/{subject}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putStaffLanguages",
            summary = "Say which languages somebody speaks",
            description = "Leads and principals of somebody who calls at a school of theirs; administrators.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StaffLanguagesView.class)))
    @APIResponse(responseCode = "404", description = "Nobody of that id calls at a school of yours")
    public Response sayOf(
            @Parameter(description = "As the identity provider names them", example = "rivera") @PathParam("subject")
                    String subject,
            LanguagesRequests.Spoken given,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        Where where = givers();
        String whose = LanguagesRequests.whose(subject);
        List<String> spoken = given.codes();
        if (!granted.of(whose).as(STAFF).meets(where.schools())) {
            throw LanguageProblems.nobodyOfYours();
        }
        trail.about(whose);
        return say(whose, spoken, ifMatch);
    }

    private Where givers() {
        return access.as(GrantRules.GIVERS.toArray(String[]::new));
    }

    private Response say(String subject, List<String> spoken, @Nullable String ifMatch) {
        return answer(jdbi.inTransaction(
                tx -> languages.say(tx, subject, spoken, ifMatch, visibility.subject(), Times.now(clock))));
    }

    private static Response answer(StaffLanguages said) {
        return Response.ok(StaffLanguagesView.of(said))
                .tag(new EntityTag(String.valueOf(said.version())))
                .build();
    }
}
