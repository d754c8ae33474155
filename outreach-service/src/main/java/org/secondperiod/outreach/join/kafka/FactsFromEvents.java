package org.secondperiod.outreach.join.kafka;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.ReaderId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.doors.ReaderNews;
import org.secondperiod.outreach.facts.AbsenceReason;
import org.secondperiod.outreach.facts.AttendanceTaken;
import org.secondperiod.outreach.facts.Direction;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.facts.MarkVersion;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.db.KnownAbsenceStore;
import org.secondperiod.outreach.facts.db.SubmittedStore.Signal;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/** From events to the facts of this service. */
final class FactsFromEvents {

    private FactsFromEvents() {}

    static MarkVersion mark(AbsenceMark event, @Nullable String trace) {
        return new MarkVersion(
                new StudentId(event.studentId()),
                SchoolDay.of(event.schoolDay()),
                new MarkFact(
                        new SchoolId(event.schoolId()),
                        event.period(),
                        kind(event.category()),
                        event.code(),
                        event.reason(),
                        event.version(),
                        event.takenAt(),
                        event.eventId(),
                        event.deleted()),
                event.recordedAt(),
                trace);
    }

    /** Who was there for a part of the period was there. */
    private static MarkKind kind(AttendanceCategory category) {
        return switch (category) {
            case UNEXCUSED_ABSENCE -> MarkKind.ABSENT;
            case EXCUSED_ABSENCE -> MarkKind.EXCUSED;
            case TARDY -> MarkKind.TARDY;
            case UNKNOWN -> MarkKind.UNKNOWN;
            case IN_ATTENDANCE, PRESENT, PARTIAL, EARLY_DEPARTURE -> MarkKind.PRESENT;
        };
    }

    static Signal signal(org.secondperiod.events.AttendanceTaken event) {
        return new Signal(
                new SchoolOnDay(new SchoolId(event.schoolId()), SchoolDay.of(event.schoolDay())),
                new AttendanceTaken(
                        event.period(),
                        event.classId(),
                        event.version(),
                        event.takenAt(),
                        event.eventId(),
                        event.deleted()));
    }

    static KnownAbsenceStore.Of knownAbsence(org.secondperiod.events.KnownAbsence event) {
        return new KnownAbsenceStore.Of(
                new StudentId(event.studentId()),
                new KnownAbsence(
                        event.absenceId(),
                        event.schoolId() == null ? null : new SchoolId(event.schoolId()),
                        AbsenceReason.valueOf(event.reason().name()),
                        event.fromDay(),
                        event.toDay(),
                        event.from(),
                        event.to(),
                        event.version(),
                        event.recordedAt(),
                        event.eventId(),
                        event.deleted()));
    }

    static ScanFact scan(Scan event) {
        return new ScanFact(
                event.eventId(),
                event.scannedAt(),
                new BuildingId(event.buildingId()),
                new ReaderId(event.readerId()),
                Direction.valueOf(event.direction().name()),
                event.recordedAt(),
                event.resolvedAt());
    }

    /** A heartbeat counts as heard from only with an empty queue: else there is more to come. */
    static ReaderNews reader(ReaderChanged event) {
        ReaderId id = new ReaderId(event.readerId());
        BuildingId building = new BuildingId(event.buildingId());
        boolean heartbeat = event.kind() == ReaderChanged.Kind.HEARTBEAT;
        boolean heard = event.kind() == ReaderChanged.Kind.HEARD
                || (heartbeat && (event.queued() == null || event.queued() == 0));
        Instant at = event.at().isBefore(event.recordedAt()) ? event.at() : event.recordedAt();
        Reader settings = new Reader(
                id,
                building,
                event.name(),
                event.inService(),
                event.inServiceSince(),
                Duration.ofMinutes(event.allowedSilenceMinutes()),
                heartbeat,
                null);
        return new ReaderNews(
                id, building, new ReaderNews.Settings(settings, event.version()), heartbeat, heard ? at : null);
    }
}
