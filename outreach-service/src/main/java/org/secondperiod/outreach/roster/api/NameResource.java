package org.secondperiod.outreach.roster.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.ReadsByBody;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.roster.db.StudentListing;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/students/by-name")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students")
public class NameResource {

    private static final int USUAL = 20;
    private static final int SHORTEST = 2;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StudentListing students;
    private final NamesService names;

    NameResource(
            Jdbi jdbi, AuditTrail trail, VisibilityService visibility, StudentListing students, NamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.students = students;
        this.names = names;
    }

    /** Who is looked for. */
    @Schema(name = "NameQuestion", requiredProperties = "name")
    public record Question(
            @Schema(description = "Any part of a name, at least 2 characters", examples = "peña") @Nullable
            String name,

            @Schema(description = "School ids; all of yours if none is given", examples = "[\"11X265\"]") @Nullable
            List<String> schools,

            @Schema(description = "How many at the most", minimum = "1", maximum = "1000", defaultValue = "20")
            @Nullable
            Integer limit) {

        /** Shows no name, so that none comes into a log by accident. */
        @Override
        public String toString() {
            return "Question";
        }
    }

    /** A student who was found. */
    public record Found(String studentId, String schoolId, StudentView student) {}

    /** Who was found. */
    public record FoundStudents(List<Found> items) {}

    @POST
    @ReadsByBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "findStudents",
            summary = "Find students by name",
            description =
                    "Any part of given, family or preferred name, accents and case ignored. For those who call. It"
                            + " changes nothing; the name stands in the body because an address may hold none.")
    public FoundStudents find(Question question) {
        Where callers = visibility.asCaller();
        new Given().field("name", question.name()).orRefuse();
        SchoolScope scope = VisibilityService.scope(callers, question.schools());
        String text = Objects.requireNonNull(question.name());
        int length = visibility.limit(question.limit(), USUAL);
        if (text.strip().length() < SHORTEST) {
            throw Problems.field("name", "has at least " + SHORTEST + " characters");
        }
        String wanted = plain(text.strip());
        return jdbi.inTransaction(tx -> {
            List<Found> found = find(names.open(tx, students.at(tx, scope)), wanted, length);
            found.forEach(each -> trail.student(each.studentId(), each.schoolId()));
            return new FoundStudents(found);
        });
    }

    private static List<Found> find(Map<NamesService.At, StudentView> all, String wanted, int length) {
        return all.entrySet().stream()
                .filter(entry -> plain(allNames(entry.getValue())).contains(wanted))
                .map(entry -> new Found(
                        entry.getKey().student().value(),
                        entry.getKey().school().value(),
                        entry.getValue()))
                .sorted(Comparator.comparing(
                                (Found found) -> plain(found.student().familyName()))
                        .thenComparing(found -> plain(found.student().givenName()))
                        .thenComparing(Found::studentId)
                        .thenComparing(Found::schoolId))
                .limit(length)
                .toList();
    }

    private static String allNames(StudentView student) {
        String preferred = student.preferredName() == null ? "" : student.preferredName() + " ";
        return preferred + student.givenName() + " " + student.familyName() + " " + student.givenName();
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
