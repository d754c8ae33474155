package org.secondperiod.ingest.knownabsences;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a known absence covers: school days, both ends included, or hours, the end excluded. */
public sealed interface Span {

    /** Whole school days. */
    record Days(LocalDate from, LocalDate to) implements Span {}

    /** Hours. */
    record Hours(Instant from, Instant to) implements Span {}

    /** The first day, if it covers days. */
    default @Nullable LocalDate fromDay() {
        return this instanceof Days days ? days.from : null;
    }

    /** The last day, if it covers days. */
    default @Nullable LocalDate toDay() {
        return this instanceof Days days ? days.to : null;
    }

    /** The beginning, if it covers hours. */
    default @Nullable Instant fromTime() {
        return this instanceof Hours hours ? hours.from : null;
    }

    /** The end, if it covers hours. */
    default @Nullable Instant toTime() {
        return this instanceof Hours hours ? hours.to : null;
    }
}
