package org.secondperiod.local.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Part;

/** The schools of a city before anybody comes: bells, calendar and one door reader each, and what the reader says by itself. */
final class CitySchools {

    private final Api anyone;

    CitySchools(Api anyone) {
        this.anyone = anyone;
    }

    /** @param days the school is open on these */
    void setUp(SchoolFigures school, List<LocalDate> days) {
        Api roster = anyone.as("roster-sync");
        String path = "/v1/schools/" + school.schoolId();
        roster.put(Part.INGEST, path, settings(school));
        roster.put(Part.INGEST, path + "/bell-schedules/regular", bells(school));
        roster.put(
                Part.INGEST,
                path + "/calendar",
                Map.of(
                        "days",
                        days.stream()
                                .map(day -> Map.of("date", day.toString(), "dayType", "regular"))
                                .toList()));
        anyone.as("doors").put(Part.ENTRY, "/v1/readers/" + CityFacts.reader(school), reader(school));
    }

    private static Map<String, Object> settings(SchoolFigures school) {
        return Map.of(
                "name",
                school.schoolId(),
                "zone",
                CityFacts.ZONE.getId(),
                "buildings",
                List.of(CityFacts.building(school)),
                "triggerPeriod",
                "1",
                "sendsAttendanceTaken",
                true);
    }

    private static Map<String, Object> bells(SchoolFigures school) {
        return Map.of(
                "effectiveFrom",
                school.day().toString(),
                "remote",
                false,
                "periods",
                List.of(
                        Map.of("period", "1", "start", "08:00", "end", "08:41"),
                        Map.of("period", "2", "start", "08:45", "end", "14:20")));
    }

    private static Map<String, Object> reader(SchoolFigures school) {
        return Map.of(
                "buildingId",
                CityFacts.building(school),
                "name",
                "Main door",
                "inService",
                true,
                "allowedSilenceMinutes",
                10);
    }

    /** The door says that it listens, and has nothing left to send. */
    void heartbeat(SchoolFigures school, Instant now) {
        String at = now.truncatedTo(ChronoUnit.SECONDS).toString();
        anyone.as("doors")
                .post(
                        Part.ENTRY,
                        "/v1/readers/" + CityFacts.reader(school) + "/heartbeat",
                        Map.of("at", at, "queued", 0));
    }
}
