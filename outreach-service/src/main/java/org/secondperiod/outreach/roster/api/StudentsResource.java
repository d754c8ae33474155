package org.secondperiod.outreach.roster.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.roster.db.StudentListing;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

@Path("/v1/students")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Students")
public class StudentsResource {

    private static final int USUAL = 20;
    private static final int SHORTEST = 2;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StudentListing students;
    private final NamesService names;

    StudentsResource(
            Jdbi jdbi, AuditTrail trail, VisibilityService visibility, StudentListing students, NamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.visibility = visibility;
        this.students = students;
        this.names = names;
    }

    /** A student who was found. */
    public record Found(String studentId, String schoolId, StudentView student) {}

    /** Who was found. */
    public record FoundStudents(List<Found> items) {}

    @GET
    @Operation(
            operationId = "findStudents",
            summary = "Find students by name",
            description = "Any part of given, family or preferred name, accents and case ignored. For those who call.")
    public FoundStudents find(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @Parameter(description = "What to look for, at least 2 characters") @QueryParam("q") @Nullable String text,
            @QueryParam("limit") @Nullable Integer limit) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        int length = visibility.limit(limit, USUAL);
        if (text == null || text.strip().length() < SHORTEST) {
            throw Problems.field("q", "has at least " + SHORTEST + " characters");
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
