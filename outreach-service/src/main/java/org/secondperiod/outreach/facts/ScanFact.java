package org.secondperiod.outreach.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;

/**
 * Evidence that the student's badge was at a reader. It proves the building, not the school.
 *
 * @param at when the badge was read, by the reader's clock; kept to the millisecond
 * @param recordedAt when we first learnt of it
 * @param resolvedAt when it was known whose it was and where, for one that had to wait for that
 */
public record ScanFact(
        String eventId,
        Instant at,
        BuildingId building,
        ReaderId reader,
        Direction direction,
        Instant recordedAt,
        @Nullable Instant resolvedAt) {

    /** How far a reader's clock may run ahead of ours before its scans are no evidence. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** The order of history: by time, and at one instant {@code out} first, so that presence has the last word. */
    public static final Comparator<ScanFact> BY_TIME = Comparator.comparing(ScanFact::at)
            .thenComparing(scan -> scan.direction().provesPresence())
            .thenComparing(ScanFact::eventId);

    /** Of one scan told twice, the telling we recorded first counts (the greatest in this order). */
    static final Comparator<ScanFact> FIRST_TOLD = Comparator.comparing(ScanFact::recordedAt)
            .thenComparing(BY_TIME)
            .thenComparing(ScanFact::direction)
            .thenComparing(ScanFact::building)
            .thenComparing(ScanFact::reader)
            .thenComparing(ScanFact::resolvedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    public ScanFact {
        at = Millis.of(at);
        recordedAt = Millis.of(recordedAt);
        resolvedAt = resolvedAt == null ? null : Millis.of(resolvedAt);
    }

    /** When it could be evidence: known, and known whose. */
    public Instant learntAt() {
        return resolvedAt == null ? recordedAt : resolvedAt;
    }

    /** The day under which the district files this scan: the date in the district's own zone. */
    public SchoolDay filedUnder(ZoneId districtZone) {
        return dateIn(districtZone);
    }

    /** Why this scan is kept but not used for {@code day} at a school in {@code zone}; empty if it is used. */
    public Optional<Unusable> unusableFor(SchoolDay day, ZoneId zone) {
        if (at.isAfter(recordedAt.plus(CLOCK_TOLERANCE))) {
            return Optional.of(Unusable.FROM_THE_FUTURE);
        }
        return dateIn(zone).equals(day) ? Optional.empty() : Optional.of(Unusable.OTHER_DAY);
    }

    private SchoolDay dateIn(ZoneId zone) {
        return SchoolDay.of(LocalDate.ofInstant(at, zone));
    }

    /** The flags of a scan that is no evidence. */
    public enum Unusable {
        /** More than {@link #CLOCK_TOLERANCE} ahead of the moment we recorded it: the reader's clock is wrong. */
        FROM_THE_FUTURE,
        /** Outside the local date of the school. */
        OTHER_DAY
    }
}
