package org.secondperiod.outreach.roster.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.ReadsByBody;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.Roll;
import org.secondperiod.outreach.roster.db.StudentListing;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Whom the lines of a pasted list mean. */
@Path("/v1/students/matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students")
public class MatchesResource {

    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST = 200;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StudentListing students;
    private final NamesService names;

    MatchesResource(
            Jdbi jdbi, AuditTrail trail, VisibilityService visibility, StudentListing students, NamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.students = students;
        this.names = names;
    }

    /** A line of the list. */
    @Schema(name = "ListedStudent")
    public record Row(
            @Schema(examples = "S-204511") @Nullable String studentId,

            @Schema(examples = "Peña, Ana", description = "In any order and script; accents and case do not count")
            @Nullable
            String name) {

        /** Shows no name, so that none comes into a log by accident. */
        @Override
        public String toString() {
            return "Row";
        }
    }

    /** Whose list it is. */
    @Schema(
            name = "ListQuestion",
            requiredProperties = {"schoolId", "rows"})
    public record Question(
            @Schema(examples = "11X265") @Nullable String schoolId,

            @Schema(
                    description = "On which the students are enrolled; today if it is not given",
                    examples = "2026-10-14")
            @Nullable
            String day,

            @Schema(description = "1 to 1,000") @Nullable List<@Nullable Row> rows) {}

    /** Who may be meant by each line, in their order. */
    public record Matches(List<Roll.Match> items) {}

    @POST
    @ReadsByBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "matchStudents",
            summary = "Find the students of a pasted list",
            description =
                    "By id, by name, or by both, among those who are enrolled at the school. For who leads its callers. It"
                            + " changes nothing; names stand in the body because an address may hold none. Where most ids of the"
                            + " list are nobody's, they number something else, and names decide.")
    public Matches match(Question question) {
        var leads = visibility.asLead();
        new Given()
                .field("schoolId", question.schoolId())
                .field("rows", question.rows())
                .orRefuse();
        var school = VisibilityService.id("schoolId", question.schoolId());
        var scope = VisibilityService.scope(leads, List.of(school));
        var rows = rows(Objects.requireNonNull(question.rows()));
        var day = visibility.day(question.day());
        return jdbi.inTransaction(tx -> {
            var enrolled = students.enrolledOn(tx, scope, day);
            var roll = new Roll(names.open(tx, enrolled).entrySet().stream()
                    .collect(Collectors.toMap(entry -> entry.getKey().student().value(), Map.Entry::getValue)));
            var found = roll.match(rows.stream()
                    .map(row -> new Roll.Line(row.studentId(), row.name()))
                    .toList());
            found.stream()
                    .flatMap(each -> each.candidates().stream())
                    .forEach(each -> trail.student(each.studentId(), school));
            return new Matches(found);
        });
    }

    private static List<Row> rows(List<@Nullable Row> given) {
        if (given.isEmpty() || given.size() > MOST_ROWS) {
            throw Problems.field("rows", "has 1 to 1,000 lines");
        }
        for (int i = 0; i < given.size(); i++) {
            var row = given.get(i);
            if (row == null || tooLong(row.studentId()) || tooLong(row.name())) {
                throw Problems.field("rows[" + i + "]", "has an id, a name or both, of at most 200 characters each");
            }
        }
        return given.stream().map(Objects::requireNonNull).toList();
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }
}
