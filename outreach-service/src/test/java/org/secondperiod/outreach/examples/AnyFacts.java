package org.secondperiod.outreach.examples;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.AbsenceReason;
import org.secondperiod.outreach.facts.AttendanceTaken;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.KnownAbsences;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.facts.StudentDayFacts;
import org.secondperiod.outreach.facts.SubmittedAttendance;

/** Random single facts of the ordinary morning, few identities each, so that they often contradict one another. */
public final class AnyFacts {

    private static final Instant SEVEN = Instant.parse("2026-10-14T11:00:00Z");

    private AnyFacts() {}

    /** Times of the school day and around it, often the ones that matter. */
    public static Arbitrary<Instant> times() {
        Arbitrary<Instant> any =
                Arbitraries.integers().between(0, 8 * 60).map(minute -> SEVEN.plus(Duration.ofMinutes(minute)));
        Arbitrary<Instant> edges =
                Arbitraries.of(60, 80, 101, 104, 114, 420).map(minute -> SEVEN.plus(Duration.ofMinutes(minute)));
        Arbitrary<Integer> off = Arbitraries.of(-1, 0, 0, 1);
        return Combinators.combine(Arbitraries.oneOf(any, edges), off).as(Instant::plusMillis);
    }

    /** A mark, a scan or a sighting. */
    public static Arbitrary<StudentDayFacts> single() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, marks().map(StudentDayFacts::of)),
                Tuple.of(4, scans().map(StudentDayFacts::of)),
                Tuple.of(1, sightings().map(StudentDayFacts::of)));
    }

    /** Up to twelve of them, as they might arrive. */
    public static Arbitrary<List<StudentDayFacts>> history() {
        return single().list().ofMaxSize(12);
    }

    public static Arbitrary<KnownAbsences> knownAbsence() {
        return Combinators.combine(
                        Arbitraries.of("K1", "K2"),
                        Arbitraries.of(AbsenceReason.TRIP, AbsenceReason.MEDICAL),
                        Arbitraries.of(12, 13, 14, 15),
                        Arbitraries.longs().between(0, 2),
                        times(),
                        Arbitraries.of("e1", "e2"),
                        Arbitraries.of(true, false))
                .as((id, reason, from, version, at, event, withdrawn) -> new KnownAbsences(List.of(new KnownAbsence(
                        id,
                        null,
                        reason,
                        LocalDate.of(2026, 10, from),
                        LocalDate.of(2026, 10, 14),
                        null,
                        null,
                        version,
                        at,
                        event,
                        withdrawn))));
    }

    public static Arbitrary<SubmittedAttendance> submitted() {
        return Combinators.combine(
                        Arbitraries.of("1", "2", MarkFact.WHOLE_DAY),
                        Arbitraries.of("101", "202").injectNull(0.3),
                        Arbitraries.longs().between(0, 2),
                        times(),
                        Arbitraries.of("e1", "e2"),
                        Arbitraries.of(true, false))
                .as((period, classId, version, at, event, withdrawn) -> new SubmittedAttendance(
                        List.of(new AttendanceTaken(period, classId, version, at, event, withdrawn))));
    }

    private static Arbitrary<MarkFact> marks() {
        return Combinators.combine(
                        schools(),
                        Arbitraries.of("1", "1", "1", "2", "8", MarkFact.WHOLE_DAY),
                        Arbitraries.of(
                                MarkKind.ABSENT,
                                MarkKind.ABSENT,
                                MarkKind.ABSENT,
                                MarkKind.PRESENT,
                                MarkKind.EXCUSED,
                                MarkKind.UNKNOWN),
                        Arbitraries.longs().between(0, 2),
                        times(),
                        Arbitraries.of("e1", "e2", "e3"),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)))
                .as((school, period, kind, version, at, event, withdrawn) ->
                        new MarkFact(school, period, kind, "C", null, version, at, event, withdrawn));
    }

    private static Arbitrary<ScanFact> scans() {
        return Combinators.combine(
                        Arbitraries.of("s1", "s2", "s3", "s4", "s5", "s6"),
                        times(),
                        Arbitraries.of("East", "East", "East", "West").map(BuildingId::new),
                        Arbitraries.of(Direction.class),
                        Arbitraries.of(-6, -5, -3, 0, 0, 0, 180))
                .as((id, at, building, direction, delay) -> new ScanFact(
                        id, at, building, new ReaderId("Main"), direction, at.plus(Duration.ofMinutes(delay)), null));
    }

    private static Arbitrary<SightingFact> sightings() {
        return Combinators.combine(
                        Arbitraries.of("g1", "g2"),
                        schools(),
                        Arbitraries.of(Seen.class),
                        times(),
                        Arbitraries.of("Rivera", "Chen"))
                .as(SightingFact::new);
    }

    private static Arbitrary<SchoolId> schools() {
        return Arbitraries.of(Scene.BXL, Scene.BXL, Scene.BXL, new SchoolId("CSSJ"));
    }
}
