package org.secondperiod.outreach.numbers.api;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.kit.requests.Page;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.dialling.Callee;
import org.secondperiod.outreach.dialling.CalleesService;
import org.secondperiod.outreach.dialling.WhyNot;
import org.secondperiod.outreach.numbers.FoundNumber;
import org.secondperiod.outreach.numbers.ToCorrect;
import org.secondperiod.outreach.numbers.Wanting;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;
import org.secondperiod.outreach.roster.NamesService;
import org.secondperiod.outreach.roster.NamesService.At;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.roster.db.StudentListing;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Students whom nobody can call. */
@Path("/v1/find-a-number")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Numbers", description = "Students without a number that works, and numbers that staff have found")
public class FindANumberResource {

    private static final int USUAL_PAGE = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final StudentListing students;
    private final NamesService names;
    private final CalleesService callees;
    private final FoundNumberStore numbers;
    private final ZoneId districtZone;

    FindANumberResource(
            Jdbi jdbi,
            Clock clock,
            AuditTrail trail,
            VisibilityService visibility,
            StudentListing students,
            NamesService names,
            CalleesService callees,
            FoundNumberStore numbers,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.trail = trail;
        this.visibility = visibility;
        this.students = students;
        this.names = names;
        this.callees = callees;
        this.numbers = numbers;
        this.districtZone = districtZone;
    }

    /**
     * A student whom nobody can call.
     *
     * @param toCorrect what whoever keeps the roster is to be told, in English sentences
     * @param toCorrectInCodes the same for who reads another language
     * @param found numbers that staff have entered, of which none works any more
     */
    @Schema(name = "StudentWithoutNumber")
    public record WithoutNumber(
            String studentId,
            String schoolId,
            StudentView student,
            List<String> toCorrect,
            List<ToCorrect> toCorrectInCodes,
            List<FoundOfNoUse> found) {}

    /**
     * A number that staff have entered and that is of no use any more.
     *
     * @param version for If-Match, where it is taken out
     */
    @Schema(name = "FoundNumberOfNoUse")
    public record FoundOfNoUse(
            String numberId, String whose, @Nullable WhyNot whyNot, long version) {}

    @GET
    @Operation(
            operationId = "listFindANumber",
            summary = "Students who have no number left that works",
            description =
                    "Enrolled today, and each number of theirs is none, a fax, wrong, out of service, or of somebody who"
                            + " must not be called. The correction belongs where the roster comes from; a number that was found"
                            + " may be entered here meanwhile.")
    public Page<WithoutNumber> list(
            @Parameter(description = "School ids; all of yours if none is given") @QueryParam("school")
                    List<String> schools,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        SchoolScope scope = VisibilityService.scope(visibility.asCaller(), schools);
        int length = visibility.limit(limit, USUAL_PAGE);
        String after = cursor == null ? "" : String.join("|", Cursor.decode(cursor, 2));
        return jdbi.inTransaction(tx -> {
            List<WithoutNumber> found = find(tx, scope).stream()
                    .filter(each -> key(each).compareTo(after) > 0)
                    .sorted(Comparator.comparing(FindANumberResource::key))
                    .limit(length + 1L)
                    .toList();
            List<WithoutNumber> shown = found.subList(0, Math.min(length, found.size()));
            shown.forEach(each -> trail.student(each.studentId(), each.schoolId()));
            return new Page<>(
                    shown,
                    found.size() > length
                            ? Cursor.encode(
                                    shown.getLast().schoolId(), shown.getLast().studentId())
                            : null);
        });
    }

    /** One that has just been taken out has no version, and is of no interest any more. */
    private static List<FoundOfNoUse> ofNoUse(List<Callee> callees, Map<String, Long> versions) {
        return callees.stream()
                .filter(callee -> callee.kind() == Callee.Kind.FOUND)
                .flatMap(callee -> Stream.ofNullable(
                                versions.get(callee.contact().contactId()))
                        .flatMap(version -> ofNoUse(callee, version)))
                .toList();
    }

    private static Stream<FoundOfNoUse> ofNoUse(Callee callee, long version) {
        return callee.numbers().stream()
                .map(number -> new FoundOfNoUse(
                        callee.contact().contactId(), callee.contact().givenName(), number.whyNot(), version));
    }

    private Map<String, Long> versions(Handle tx, Map<StudentId, List<Callee>> judged) {
        List<StudentId> wanting = judged.entrySet().stream()
                .filter(each -> Wanting.isWanting(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return numbers.of(tx, wanting).values().stream()
                .flatMap(List::stream)
                .collect(toMap(FoundNumber::numberId, FoundNumber::version));
    }

    private static String key(WithoutNumber each) {
        return each.schoolId() + "|" + each.studentId();
    }

    private List<WithoutNumber> find(Handle tx, SchoolScope scope) {
        Instant now = Times.now(clock);
        List<At> all = students.enrolledOn(
                tx, scope, SchoolDay.of(now.atZone(districtZone).toLocalDate()));
        Map<At, StudentView> views = names.open(tx, all);
        Map<StudentId, List<At>> at =
                views.keySet().stream().collect(groupingBy(At::student, mapping(each -> each, toList())));
        Map<StudentId, List<Callee>> judged = callees.of(tx, at.keySet(), districtZone, now);
        Map<String, Long> versions = versions(tx, judged);
        List<WithoutNumber> found = new ArrayList<>();
        at.forEach((student, places) -> {
            List<Callee> each = judged.getOrDefault(student, List.of());
            if (Wanting.isWanting(each)) {
                List<ToCorrect> correct = Wanting.toCorrect(each);
                places.forEach(place -> found.add(new WithoutNumber(
                        student.value(),
                        place.school().value(),
                        views.get(place),
                        correct.stream().map(ToCorrect::inEnglish).toList(),
                        correct,
                        ofNoUse(each, versions))));
            }
        });
        return found;
    }
}
