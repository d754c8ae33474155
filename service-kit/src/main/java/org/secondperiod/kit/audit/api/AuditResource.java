package org.secondperiod.kit.audit.api;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditQuestion;
import org.secondperiod.kit.audit.AuditRow.Outcome;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.audit.db.AuditSearch;
import org.secondperiod.kit.audit.db.AuditSearch.After;
import org.secondperiod.kit.audit.db.AuditSearch.Written;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;

/**
 * What this service's audit knows. Each service answers for its own: none reads another's database. Switched off with
 * {@code secondperiod.audit.endpoint=none} in a service that has no database.
 */
@UnlessBuildProperty(name = "secondperiod.audit.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/audit")
@Tag(name = "Audit", description = "Who saw and did what; for the role admin at the whole district")
public class AuditResource {

    private static final int USUAL_PAGE = 200;
    private static final int LONGEST_PAGE = 1000;
    private static final int CURSOR_PARTS = 3;
    private static final String WHO = "The credential, as the identity provider names it; a reader is reader:<id>";
    private static final String WHERE_FROM = "The address that requests came from";
    private static final String FROM = "RFC 3339, inclusive; 24 hours before the end if none is given";
    private static final String TO = "RFC 3339, exclusive; now if none is given";

    private final Jdbi jdbi;
    private final Access access;
    private final AuditTrail trail;
    private final AuditSearch search;

    AuditResource(Jdbi jdbi, Access access, AuditTrail trail, AuditSearch search) {
        this.jdbi = jdbi;
        this.access = access;
        this.trail = trail;
        this.search = search;
    }

    @GET
    @Operation(
            operationId = "listAudit",
            summary = "What a credential or an address did between two times, or who was refused",
            description = "Rows in their order of time. One of subject, address and outcome=REFUSED must be given.")
    public Page<AuditView> rows(
            @Parameter(description = WHO) @QueryParam("subject") @Nullable String subject,
            @Parameter(description = WHERE_FROM) @QueryParam("address") @Nullable String address,
            @QueryParam("outcome") @Nullable Outcome outcome,
            @QueryParam("school") @Nullable String school,
            @Parameter(description = FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.as("admin").everywhere();
        AuditQuestion asked = AuditQuestion.of(subject, address, outcome, school, from, to);
        int length = length(limit);
        After after = cursor == null ? null : after(Cursor.decode(cursor, CURSOR_PARTS));
        return jdbi.inTransaction(tx -> {
            List<Written> found = search.rows(tx, asked, after, length + 1);
            List<Written> shown = found.subList(0, Math.min(length, found.size()));
            return new Page<>(
                    shown.stream().map(AuditView::of).toList(), found.size() > length ? next(shown.getLast()) : null);
        });
    }

    /** A student whose data was seen, when first, when last and in how many requests. */
    public record SeenStudent(String studentId, Instant first, Instant last, long times) {}

    @GET
    @Path("/students")
    @Operation(
            operationId = "listAuditedStudents",
            summary = "Whose data a credential or an address saw or changed between two times",
            description = "Students by id. One of subject and address must be given.")
    public Page<SeenStudent> students(
            @Parameter(description = WHO) @QueryParam("subject") @Nullable String subject,
            @Parameter(description = WHERE_FROM) @QueryParam("address") @Nullable String address,
            @QueryParam("school") @Nullable String school,
            @Parameter(description = FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.as("admin").everywhere();
        AuditQuestion asked = AuditQuestion.of(subject, address, null, school, from, to);
        int length = length(limit);
        String after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        return jdbi.inTransaction(tx -> {
            List<SeenStudent> found = search.students(tx, asked, after, length + 1).stream()
                    .map(AuditResource::seen)
                    .toList();
            List<SeenStudent> shown = found.subList(0, Math.min(length, found.size()));
            shown.forEach(each -> trail.student(each.studentId()));
            String next = found.size() > length ? Cursor.encode(shown.getLast().studentId()) : null;
            return new Page<>(shown, next);
        });
    }

    private static SeenStudent seen(AuditSearch.Student student) {
        return new SeenStudent(
                student.studentId(), student.first().toInstant(), student.last().toInstant(), student.times());
    }

    private static int length(@Nullable Integer asked) {
        if (asked != null && (asked < 1 || asked > LONGEST_PAGE)) {
            throw Problems.field("limit", "must be from 1 to " + LONGEST_PAGE);
        }
        return asked == null ? USUAL_PAGE : asked;
    }

    private static After after(List<String> key) {
        Instant at = Instant.EPOCH.plus(Cursor.number(key.get(0)), ChronoUnit.MICROS);
        return new After(at, Math.toIntExact(Cursor.number(key.get(1)) & 15), Cursor.number(key.get(2)));
    }

    private static String next(Written last) {
        return Cursor.encode(
                ChronoUnit.MICROS.between(Instant.EPOCH, last.at().toInstant()), last.chain(), last.place());
    }
}
