package org.secondperiod.outreach.facts.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.facts.db.SightingStore;
import org.secondperiod.outreach.join.SightingService;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

@Path("/v1/sightings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sightings", description = "Staff saw a student, or checked the door system by hand")
public class SightingsResource {

    private static final int LONGEST_TEXT = 500;

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId districtZone;
    private final VisibilityService visibility;
    private final IdempotentRequests requests;
    private final SightingService sightings;
    private final SightingStore store;
    private final ConcernStore concerns;

    SightingsResource(
            Jdbi jdbi,
            AuditTrail trail,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone,
            VisibilityService visibility,
            IdempotentRequests requests,
            SightingService sightings,
            SightingStore store,
            ConcernStore concerns) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.clock = clock;
        this.districtZone = districtZone;
        this.visibility = visibility;
        this.requests = requests;
        this.sightings = sightings;
        this.store = store;
        this.concerns = concerns;
    }

    /**
     * What was seen.
     *
     * @param seen in-building or not-in
     * @param at when; now if it is not given
     * @param by who saw it; the bearer if it is not given
     * @param restricted the note is about health or safety: only who has the right to read those sees it, others that there is one
     */
    public record SightingRequest(
            @Nullable String sightingId,
            @Nullable String studentId,
            @Nullable String schoolId,
            @Nullable String seen,
            @Nullable OffsetDateTime at,
            @Nullable String by,
            @Nullable String note,
            @Nullable Boolean restricted) {}

    /** What was entered. */
    public record Entered(
            String sightingId,
            String studentId,
            String schoolId,
            LocalDate schoolDay,
            String seen,
            Instant at,
            String by) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "enterSighting",
            summary = "Enter a sighting",
            description = "A student was seen in the building, or the door system was checked by hand: not in."
                    + " Today or yesterday; the same sighting may be sent again later.")
    @APIResponse(responseCode = "201", description = "Entered, and decided on")
    @APIResponse(responseCode = "409", description = "There is another sighting of that id")
    public Response enter(SightingRequest request, @HeaderParam("Idempotency-Key") @Nullable String key) {
        Sighting sighting = sighting(visibility.asWitness(), request);
        Entered entered = requests.once(key, request, Entered.class, tx -> {
            trail.student(sighting.student().value(), sighting.fact().school().value());
            sightings.enter(tx, sighting, Times.now(clock));
            return entered(sighting);
        });
        return Response.status(Response.Status.CREATED).entity(entered).build();
    }

    private Sighting sighting(Where witness, SightingRequest request) {
        new Given()
                .field("studentId", request.studentId())
                .field("schoolId", request.schoolId())
                .field("seen", request.seen())
                .orRefuse();
        StudentId student = new StudentId(VisibilityService.id("studentId", request.studentId()));
        SchoolId school = new SchoolId(VisibilityService.id("schoolId", request.schoolId()));
        witness.at(school.value());
        Instant now = Times.now(clock);
        Optional<Instant> before = enteredBefore(request.sightingId());
        Instant at = request.at() == null
                ? before.orElse(now)
                : request.at().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now.plus(ScanFact.CLOCK_TOLERANCE))) {
            throw Problems.field("at", "is in the future");
        }
        LocalDate day = LocalDate.ofInstant(at, districtZone);
        if (before.isEmpty()
                && day.isBefore(LocalDate.ofInstant(now, districtZone).minusDays(1))) {
            throw Problems.field("at", "is before yesterday: what was seen is entered on the day or the day after");
        }
        StudentAtSchool of = new StudentAtSchool(student, school, SchoolDay.of(day));
        if (before.isEmpty() && !jdbi.withHandle(handle -> concerns.isStudentOf(handle, of))) {
            throw Problems.field("studentId", "is not a student of this school on that day");
        }
        String by = text("by", request.by() == null ? visibility.subject() : request.by());
        Seen seen = seen(request.seen());
        String id = request.sightingId() == null
                ? EventIds.of("sighting", student, school, seen, at, by)
                : VisibilityService.id("sightingId", request.sightingId());
        return new Sighting(
                of.studentDay(),
                new SightingFact(id, school, seen, at, by),
                request.note() == null ? null : text("note", request.note()),
                isRestricted(request),
                visibility.subject(),
                now);
    }

    /** The same sighting sent again without a time is of the time it was first sent. */
    private Optional<Instant> enteredBefore(@Nullable String sightingId) {
        return sightingId == null
                ? Optional.empty()
                : jdbi.withHandle(handle -> store.byId(handle, sightingId))
                        .map(before -> before.fact().at());
    }

    private static boolean isRestricted(SightingRequest request) {
        boolean restricted = Boolean.TRUE.equals(request.restricted());
        if (restricted && request.note() == null) {
            throw Problems.field("restricted", "is said of a note, and there is none");
        }
        return restricted;
    }

    private static Seen seen(@Nullable String seen) {
        return switch (seen) {
            case "in-building" -> Seen.IN_BUILDING;
            case "not-in" -> Seen.NOT_IN;
            case null, default -> throw Problems.field("seen", "must be in-building or not-in");
        };
    }

    private static String text(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Problems.field(field, "has 1 to " + LONGEST_TEXT + " characters");
        }
        return text.strip();
    }

    private static Entered entered(Sighting sighting) {
        SightingFact fact = sighting.fact();
        return new Entered(
                fact.sightingId(),
                sighting.student().value(),
                fact.school().value(),
                sighting.of().day().date(),
                fact.seen() == Seen.IN_BUILDING ? "in-building" : "not-in",
                fact.at(),
                fact.by());
    }
}
