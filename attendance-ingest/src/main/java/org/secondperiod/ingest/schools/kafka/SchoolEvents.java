package org.secondperiod.ingest.schools.kafka;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeMap;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.schools.BellSchedule;
import org.secondperiod.ingest.schools.CalendarDay;
import org.secondperiod.ingest.schools.WholeSchool;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Makes the event that tells of a school. */
@ApplicationScoped
public class SchoolEvents {

    private final EventEnvelope envelope;

    SchoolEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The school as it is now. */
    public OutgoingEvent changed(WholeSchool whole, Instant recordedAt) {
        var school = whole.school();
        return envelope.of(
                Topics.SCHOOLS,
                new SchoolChanged(
                        ContentId.of("school", school.id(), whole.version()).text(),
                        school.id().value(),
                        school.name(),
                        school.zone().getId(),
                        school.buildings(),
                        school.triggerPeriod(),
                        school.graceMinutes(),
                        school.lateLimitMinutes(),
                        school.sendsAttendanceTaken(),
                        school.massAbsencePercent(),
                        school.holdMinutes(),
                        whole.schedules().stream().map(SchoolEvents::bells).toList(),
                        whole.calendar().stream()
                                .collect(toMap(CalendarDay::date, SchoolEvents::day, (a, b) -> a, TreeMap::new)),
                        whole.version(),
                        recordedAt));
    }

    private static SchoolChanged.BellSchedule bells(BellSchedule bells) {
        return new SchoolChanged.BellSchedule(
                bells.dayType(),
                bells.effectiveFrom(),
                bells.remote(),
                bells.periods().stream()
                        .map(period -> new SchoolChanged.Period(period.name(), period.start(), period.end()))
                        .toList());
    }

    private static SchoolChanged.CalendarDay day(CalendarDay day) {
        return new SchoolChanged.CalendarDay(day.dayType(), day.note());
    }
}
