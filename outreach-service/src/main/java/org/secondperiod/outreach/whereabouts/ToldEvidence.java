package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.SightingFact;

/**
 * The evidence behind a conclusion as it is shown: both sides, with their times.
 *
 * @param triggerPeriod the period whose mark starts outreach for this student; none where there is no school
 * @param missing what makes the evidence too weak, where it is held
 * @param seen where and when the student was seen in school, where that decided
 * @param notAbsent what tells that the student is not absent, where that is concluded
 */
public record ToldEvidence(
        @Nullable String triggerPeriod,
        @Nullable Mark mark,
        @Nullable ScanSeen scan,
        @Nullable Check check,
        @Nullable Instant doorsLastHeard,
        boolean marksAlone,
        int unusedScans,
        @Nullable Missing missing,
        @Nullable Glimpse seen,
        Whereabouts.NotAbsent.@Nullable Because notAbsent) {

    /**
     * The deciding mark.
     *
     * @param kind what its code means; none in what was concluded before it was kept
     * @param reason why the student is excused, where the code tells
     */
    public record Mark(
            String period,
            String code,
            @Nullable MarkKind kind,
            @Nullable String reason,
            Instant takenAt) {}

    /** The latest scan at the school. */
    public record ScanSeen(Instant at, String buildingId, String readerId, Direction direction) {}

    /** The latest sighting or check by staff. */
    public record Check(SightingFact.Seen seen, Instant at, String by) {}

    /**
     * The student was seen in school.
     *
     * @param by a person; none where it was a class
     * @param period of that class; none where it was a person
     */
    public record Glimpse(@Nullable String by, @Nullable String period, Instant at) {}

    /**
     * What makes the evidence too weak, where it is held.
     *
     * @param period for which no attendance was submitted, or of the mark whose code nobody has mapped
     * @param code that code
     * @param place the building where the student was scanned, or the reader that is silent
     * @param since when that was, or when the reader was last heard from, or when the mark was made
     * @param markedAbsent how many are marked absent at the school, of {@code expected}
     * @param noScanAtAll no door of the school has seen anybody today
     */
    public record Missing(
            @Nullable String period,
            @Nullable String code,
            @Nullable String place,
            @Nullable Instant since,
            @Nullable Integer markedAbsent,
            @Nullable Integer expected,
            @Nullable Boolean noScanAtAll) {}

    /** What a conclusion rests on. */
    public static ToldEvidence of(Whereabouts whereabouts) {
        Evidence evidence = whereabouts.evidence();
        return new ToldEvidence(
                evidence.triggerPeriod().isEmpty() ? null : evidence.triggerPeriod(),
                mark(evidence.mark()),
                scan(evidence.scan()),
                check(evidence.sighting()),
                evidence.doorsLastHeard(),
                evidence.marksAlone(),
                evidence.unusedScans().size(),
                whereabouts instanceof Whereabouts.Held held ? missing(held.hold()) : null,
                whereabouts instanceof Whereabouts.SeenInSchool seen ? seen(seen) : null,
                whereabouts instanceof Whereabouts.NotAbsent it ? it.because() : null);
    }

    private static Glimpse seen(Whereabouts.SeenInSchool it) {
        return new Glimpse(it.period() == null ? it.by() : null, it.period(), it.at());
    }

    private static @Nullable Mark mark(@Nullable MarkFact mark) {
        return mark == null ? null : new Mark(mark.period(), mark.code(), mark.kind(), mark.reason(), mark.takenAt());
    }

    private static @Nullable ScanSeen scan(@Nullable ScanFact scan) {
        return scan == null
                ? null
                : new ScanSeen(scan.at(), scan.building().value(), scan.reader().value(), scan.direction());
    }

    private static @Nullable Check check(@Nullable SightingFact sighting) {
        return sighting == null ? null : new Check(sighting.seen(), sighting.at(), sighting.by());
    }

    private static Missing missing(Hold hold) {
        return switch (hold) {
            case Hold.AttendanceNotTaken it -> new Missing(it.period(), null, null, null, null, null, null);
            case Hold.CodeUnknown it -> new Missing(it.period(), it.code(), null, it.takenAt(), null, null, null);
            case Hold.SeenElsewhere it -> new Missing(null, null, it.buildingName(), it.at(), null, null, null);
            case Hold.DoorFeedSilent it -> new Missing(null, null, it.readerName(), it.since(), null, null, null);
            case Hold.MassAbsence it ->
                new Missing(null, null, null, null, it.markedAbsent(), it.expected(), it.noScanAtAll());
        };
    }
}
