package org.secondperiod.reporting.edfacts.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.edfacts.ChronicAbsenteeismFile;
import org.secondperiod.reporting.edfacts.EdFactsService;
import org.secondperiod.reporting.visibility.VisibilityService;

@Path("/v1/edfacts/chronic-absenteeism")
@Tag(name = "Files", description = "What leaves for the state, the city and other systems")
public class EdFactsResource {

    private final Jdbi jdbi;
    private final VisibilityService visibility;
    private final EdFactsService edFacts;
    private final AuditTrail trail;

    EdFactsResource(Jdbi jdbi, VisibilityService visibility, EdFactsService edFacts, AuditTrail trail) {
        this.jdbi = jdbi;
        this.visibility = visibility;
        this.edFacts = edFacts;
        this.trail = trail;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "fileEdFactsChronicAbsenteeism",
            summary = "Chronically absent students, as EDFacts file specification 195 has them",
            description =
                    "By school, and by sex with race, disability, Section 504, English learner and homeless status where groups"
                            + " of the roster say them; as JSON, or as CSV in the layout that is submitted. The numbers are"
                            + " exact and may be small: they are for the state, and for who may read of the students of each"
                            + " school asked for. Everybody else gets totals of schools of the last month that was released,"
                            + " without small groups. Each time is in the audit, with the schools of the file.")
    @APIResponse(
            responseCode = "200",
            description = "The counts, as what is known now tells them",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ChronicAbsenteeismFile.class)),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    public ChronicAbsenteeismFile file(
            @Parameter(
                            description =
                                    "School ids; all of yours if none is given, which is the district for who has all of them")
                    @QueryParam("school")
                    List<String> schools,
            @Parameter(
                            description =
                                    "The last date that counts, yyyy-MM-dd; today if none is given. For a whole school year its"
                                            + " last day")
                    @QueryParam("asOf")
                    @Nullable
                    String asOf) {
        Schools of = VisibilityService.scope(visibility.asReaderOfNumbers(), schools);
        LocalDate date = visibility.date("asOf", asOf);
        Schools readsStudentsAt = visibility.readsOfStudentsAt();
        return jdbi.inTransaction(tx -> {
            ChronicAbsenteeismFile file =
                    readsStudentsAt.holdsAll(of) ? edFacts.file(tx, of, date) : edFacts.released(tx, of, date);
            of.ids().forEach(trail::school);
            file.records().forEach(line -> trail.school(line.localSchoolId()));
            return file;
        });
    }
}
