package org.secondperiod.events;

import java.time.Instant;

/** What every event has: an identity that is the same however often the fact is sent, and when we learnt of it. */
public sealed interface Event
        permits AbsenceMark,
                AttendanceTaken,
                KnownAbsence,
                Scan,
                ReaderChanged,
                SchoolChanged,
                EnrolmentsChanged,
                PersonChanged,
                WhereaboutsChanged,
                CallTaskChanged,
                CallLogged,
                StandingChanged,
                GrantChanged,
                PrivacyOrder,
                ErasureReported {

    /**
     * The event's id, at most 64 characters, also its CloudEvents {@code id}. Derived from the content where the source
     * gives none, so that a repeated fact is the same event.
     */
    String eventId();

    /** When this installation learnt of it (milliseconds, UTC); never when it happened. */
    Instant recordedAt();
}
