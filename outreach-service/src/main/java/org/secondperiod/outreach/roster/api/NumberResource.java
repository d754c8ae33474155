package org.secondperiod.outreach.roster.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.ReadsByBody;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.roster.NumbersService;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/students/by-number")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students")
public class NumberResource {

    private static final int LONGEST = 40;

    /** A number of so many students is a home's or an office's, and tells of none of them. */
    private static final int MOST = 50;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final NumbersService numbers;
    private final String region;

    NumberResource(
            Jdbi jdbi,
            AuditTrail trail,
            VisibilityService visibility,
            NumbersService numbers,
            @ConfigProperty(name = "secondperiod.district.phone-region") String region) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.numbers = numbers;
        this.region = region;
    }

    /** Which number calls. */
    @Schema(name = "NumberQuestion", requiredProperties = "number")
    public record Question(
            @Schema(
                    description = "As it is shown or dialled in the district",
                    examples = "(718) 555-0142",
                    maxLength = LONGEST)
            @Nullable
            String number,

            @Schema(description = "School ids; all of yours if none is given", examples = "[\"11X265\"]") @Nullable
            List<String> schools) {

        /** Shows no number, so that none comes into a log by accident. */
        @Override
        public String toString() {
            return "Question";
        }
    }

    /** A student whose family's number it is. */
    @Schema(name = "StudentOfNumber")
    public record Found(
            String studentId,
            String schoolId,
            StudentView student,

            @Schema(
                    description =
                            "false: it is the number of somebody who must not be called about the student, and of nobody"
                                    + " else; say nothing of the student")
            boolean mayBeTold) {}

    /** Whose number it is. */
    @Schema(name = "StudentsOfNumber")
    public record FoundByNumber(List<Found> items) {}

    @POST
    @ReadsByBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "findStudentsByNumber",
            summary = "Whose family calls from this number",
            description = "The students of your schools who have the number, or a contact who has, at most " + MOST
                    + ". For those who call. It changes nothing; the number stands in the body because an address may"
                    + " hold none.")
    public FoundByNumber find(Question question) {
        Where callers = visibility.asCaller();
        new Given().field("number", question.number()).orRefuse();
        SchoolScope scope = VisibilityService.scope(callers, question.schools());
        String e164 = e164(Objects.requireNonNull(question.number()));
        return jdbi.inTransaction(tx -> {
            List<NumbersService.Found> found = numbers.find(tx, scope, e164, MOST);
            found.forEach(each -> trail.student(
                    each.at().student().value(), each.at().school().value()));
            return new FoundByNumber(found.stream()
                    .map(each -> new Found(
                            each.at().student().value(), each.at().school().value(), each.student(), each.mayBeTold()))
                    .toList());
        });
    }

    private String e164(String asGiven) {
        String e164 = asGiven.length() > LONGEST ? null : E164.of(asGiven, region);
        if (e164 == null) {
            throw Problems.field("number", "is no possible phone number");
        }
        return e164;
    }
}
