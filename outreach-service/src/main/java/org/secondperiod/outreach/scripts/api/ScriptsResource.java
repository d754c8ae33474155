package org.secondperiod.outreach.scripts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.scripts.Script;
import org.secondperiod.outreach.scripts.ScriptKind;
import org.secondperiod.outreach.scripts.ScriptProblems;
import org.secondperiod.outreach.scripts.ScriptService;

/** What callers may say. */
@Path("/v1/scripts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scripts", description = "What a caller may say, in the family's language beside English")
public class ScriptsResource {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final ScriptService scripts;

    ScriptsResource(Jdbi jdbi, Clock clock, Access access, ScriptService scripts) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.scripts = scripts;
    }

    /** The scripts in force. */
    @Schema(name = "Scripts")
    record AllScripts(List<ScriptView> items) {}

    @GET
    @NotAudited("it tells what callers may say, and nothing of any person")
    @Operation(
            operationId = "listScripts",
            summary = "The scripts in force",
            description = "The district's own, and what comes with the service for the rest; by language and kind.")
    public AllScripts list() {
        access.as("caller", "attendance-lead", "principal", "admin");
        return jdbi.inTransaction(tx -> new AllScripts(
                scripts.inForce(tx).all().stream().map(ScriptView::of).toList()));
    }

    /**
     * Another text.
     *
     * @param text none: what comes with the service
     */
    @Schema(name = "ScriptText")
    record ScriptText(
            @Schema(
                    description =
                            "At most three sentences. {school}, {contact} and {student} are filled in; VOICEMAIL has"
                                    + " {school} only, TO_STUDENT and STUDENT_ON_THE_WAY no {contact}. What comes after a line"
                                    + " break is said once it is known who is on the line; the student is not named before it."
                                    + " None: what comes with the service",
                    maxLength = 600)
            @Nullable
            String text) {}

    @PUT
    @Path("/{language}/{kind}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putScript",
            summary = "Say it otherwise",
            description = "For the whole district. A language that does not come with the service may be added.")
    @APIResponse(
            responseCode = "200",
            description = "In force",
            content = @Content(schema = @Schema(implementation = ScriptView.class)))
    @APIResponse(responseCode = "404", description = "No such language or kind")
    @APIResponse(responseCode = "412", description = "Somebody has changed it meanwhile")
    public Response put(
            @Parameter(example = "es") @PathParam("language") String language,
            @Parameter(example = "VOICEMAIL") @PathParam("kind") String kind,
            ScriptText given,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.as("admin").everywhere();
        if (!LANGUAGE.matcher(language).matches()) {
            throw ScriptProblems.noSuchScript();
        }
        Script changed = jdbi.inTransaction(tx -> scripts.change(
                tx, language, kind(kind), given.text(), version(ifMatch), access.subject(), Times.now(clock)));
        return Response.ok(ScriptView.of(changed))
                .tag(new EntityTag(String.valueOf(changed.version())))
                .build();
    }

    private static ScriptKind kind(String name) {
        return Arrays.stream(ScriptKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(ScriptProblems::noSuchScript);
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        try {
            return Long.valueOf(ifMatch.replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw ScriptProblems.changedMeanwhile();
        }
    }
}
