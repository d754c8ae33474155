package org.secondperiod.outreach.facts.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.facts.db.SightingStore;
import org.secondperiod.outreach.join.db.ConcernStore;
import org.secondperiod.outreach.visibility.VisibilityService;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Reads what was seen: by whom, when, and of whom it may be said. */
@ApplicationScoped
class SightingReader {

    private static final int LONGEST_TEXT = 500;

    private final Clock clock;
    private final ZoneId districtZone;
    private final VisibilityService visibility;
    private final SightingStore store;
    private final ConcernStore concerns;

    SightingReader(
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone,
            VisibilityService visibility,
            SightingStore store,
            ConcernStore concerns) {
        this.clock = clock;
        this.districtZone = districtZone;
        this.visibility = visibility;
        this.store = store;
        this.concerns = concerns;
    }

    /** Makes a sighting of a request by who may enter some; what it cannot be becomes a problem. */
    Sighting read(Handle tx, Where witness, SightingRequest request) {
        new Given()
                .field("studentId", request.studentId())
                .field("schoolId", request.schoolId())
                .field("seen", request.seen())
                .orRefuse();
        StudentId student = new StudentId(VisibilityService.id("studentId", request.studentId()));
        SchoolId school = new SchoolId(VisibilityService.id("schoolId", request.schoolId()));
        witness.at(school.value());
        Instant now = Times.now(clock);
        Optional<Instant> before = enteredBefore(tx, request.sightingId());
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
        if (before.isEmpty() && !concerns.isStudentOf(tx, of)) {
            throw Problems.field("studentId", "is not a student of this school on that day");
        }
        String by = text("by", request.by() == null ? visibility.subject() : request.by())
                .strip();
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
    private Optional<Instant> enteredBefore(Handle tx, @Nullable String sightingId) {
        return sightingId == null
                ? Optional.empty()
                : store.byId(tx, sightingId).map(before -> before.fact().at());
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
        return text;
    }
}
