package org.secondperiod.outreach.mandatedreports.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.outreach.mandatedreports.Guidance;
import org.secondperiod.outreach.mandatedreports.GuidanceService;
import org.secondperiod.outreach.visibility.VisibilityService;

/** What to do about suspected abuse. Nobody learns who has asked. */
@Path("/v1/mandated-reporting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Mandated reports", description = "Suspected abuse: what to do, and that somebody did")
public class GuidanceResource {

    private final Access access;
    private final GuidanceService guidance;

    GuidanceResource(Access access, GuidanceService guidance) {
        this.access = access;
        this.guidance = guidance;
    }

    /** What to do now. */
    @Schema(name = "MandatedReportingGuidance")
    public record View(
            @Schema(description = "For who must report by law")
            String hotline,

            @Schema(description = "For everybody else") String hotlineForOthers,
            String emergency,

            @Schema(description = "The written report that follows")
            String form,

            long writtenWithinHours,

            @Schema(description = "Who is told after the call")
            String inCharge,

            List<String> steps,

            @Schema(description = "Whether it may be noted here that a report was made")
            boolean notes) {

        static View of(Guidance guidance) {
            return new View(
                    guidance.hotline(),
                    guidance.hotlineForOthers(),
                    guidance.emergency(),
                    guidance.form(),
                    guidance.writtenWithin().toHours(),
                    guidance.inCharge(),
                    guidance.steps(),
                    guidance.notes());
        }
    }

    @GET
    @NotAudited("it tells what to do, and nobody is to learn who asked")
    @Operation(
            operationId = "getMandatedReportingGuidance",
            summary = "What to do when somebody suspects that a child is abused or neglected",
            description = "As the district has set it, with who is to be told at the school, if one is named.")
    public View what(@Parameter(description = "One of your schools") @QueryParam("school") @Nullable String school) {
        var where = access.anyhow();
        if (school != null) {
            where.at(VisibilityService.id("school", school));
        }
        return View.of(guidance.at(school));
    }
}
