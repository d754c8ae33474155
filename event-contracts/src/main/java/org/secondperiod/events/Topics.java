package org.secondperiod.events;

import static org.secondperiod.events.Topic.Cleanup.COMPACT;
import static org.secondperiod.events.Topic.Cleanup.DELETE;

import java.time.Duration;
import java.util.List;

/** Every topic, once: name, contract, key, cleanup and retention. {@code docs/events.md} says who writes and reads them. */
public final class Topics {

    /** The same for all topics, so that equal keys land in equal partitions. Stated at creation; growing it is allowed. */
    public static final int PARTITIONS = 12;

    /** A morning can be replayed, and a reader offline for 30 days caught up, well inside this. */
    private static final Duration A_TERM = Duration.ofDays(120);

    /**
     * When a badge was at which door is kept for 30 days. Five more for who reads it late; whatever is older is taken in by nobody,
     * unless the district keeps scans for longer.
     */
    private static final Duration SCANS_AND_A_LITTLE = Duration.ofDays(35);

    private static final Duration TOMBSTONES = Duration.ofDays(7);

    public static final Topic<AbsenceMark> MARKS = new Topic<>(
            "attendance.marks.v1",
            AbsenceMark.class,
            "org.secondperiod.attendance.mark.v1",
            AbsenceMark::studentId,
            DELETE,
            A_TERM);

    public static final Topic<AttendanceTaken> TAKEN = new Topic<>(
            "attendance.taken.v1",
            AttendanceTaken.class,
            "org.secondperiod.attendance.taken.v1",
            AttendanceTaken::schoolId,
            DELETE,
            A_TERM);

    public static final Topic<KnownAbsence> KNOWN_ABSENCES = new Topic<>(
            "attendance.known-absences.v1",
            KnownAbsence.class,
            "org.secondperiod.attendance.known-absence.v1",
            KnownAbsence::studentId,
            DELETE,
            A_TERM);

    public static final Topic<Scan> SCANS = new Topic<>(
            "building.scans.v1",
            Scan.class,
            "org.secondperiod.building.scan.v1",
            Scan::studentId,
            DELETE,
            SCANS_AND_A_LITTLE);

    public static final Topic<ReaderChanged> READERS = new Topic<>(
            "building.readers.v1",
            ReaderChanged.class,
            "org.secondperiod.building.reader.v1",
            ReaderChanged::readerId,
            DELETE,
            A_TERM);

    public static final Topic<SchoolChanged> SCHOOLS = new Topic<>(
            "roster.schools.v1",
            SchoolChanged.class,
            "org.secondperiod.roster.school.v1",
            SchoolChanged::schoolId,
            COMPACT,
            TOMBSTONES);

    public static final Topic<EnrolmentsChanged> ENROLMENTS = new Topic<>(
            "roster.enrolments.v1",
            EnrolmentsChanged.class,
            "org.secondperiod.roster.enrolments.v1",
            EnrolmentsChanged::studentId,
            COMPACT,
            TOMBSTONES);

    /** Values are {@link Encrypted}. */
    public static final Topic<PersonChanged> PEOPLE = new Topic<>(
            "roster.people.v1",
            PersonChanged.class,
            "org.secondperiod.roster.person.v1",
            PersonChanged::studentId,
            COMPACT,
            TOMBSTONES);

    public static final Topic<WhereaboutsChanged> WHEREABOUTS = new Topic<>(
            "outreach.whereabouts.v1",
            WhereaboutsChanged.class,
            "org.secondperiod.outreach.whereabouts.v1",
            WhereaboutsChanged::studentId,
            DELETE,
            A_TERM);

    public static final Topic<CallTaskChanged> CALL_TASKS = new Topic<>(
            "outreach.call-tasks.v1",
            CallTaskChanged.class,
            "org.secondperiod.outreach.call-task.v1",
            CallTaskChanged::studentId,
            DELETE,
            A_TERM);

    public static final Topic<CallLogged> CALLS = new Topic<>(
            "outreach.calls.v1",
            CallLogged.class,
            "org.secondperiod.outreach.call.v1",
            CallLogged::studentId,
            DELETE,
            A_TERM);

    public static final Topic<StandingChanged> STANDING = new Topic<>(
            "attendance.standing.v1",
            StandingChanged.class,
            "org.secondperiod.attendance.standing.v1",
            StandingChanged::studentId,
            COMPACT,
            TOMBSTONES);

    public static final Topic<GrantChanged> GRANTS = new Topic<>(
            "access.grants.v1",
            GrantChanged.class,
            "org.secondperiod.access.grant.v1",
            GrantChanged::grantId,
            COMPACT,
            TOMBSTONES);

    public static final Topic<PrivacyOrder> ORDERS = new Topic<>(
            "privacy.orders.v1",
            PrivacyOrder.class,
            "org.secondperiod.privacy.order.v1",
            PrivacyOrder::orderId,
            COMPACT,
            TOMBSTONES);

    public static final Topic<ErasureReported> ERASURES = new Topic<>(
            "privacy.erasures.v1",
            ErasureReported.class,
            "org.secondperiod.privacy.erasure.v1",
            ErasureReported::orderId,
            DELETE,
            A_TERM);

    /** All of them. */
    public static final List<Topic<? extends Event>> ALL = List.of(
            MARKS,
            TAKEN,
            KNOWN_ABSENCES,
            SCANS,
            READERS,
            SCHOOLS,
            ENROLMENTS,
            PEOPLE,
            WHEREABOUTS,
            CALL_TASKS,
            CALLS,
            STANDING,
            GRANTS,
            ORDERS,
            ERASURES);

    private Topics() {}
}
