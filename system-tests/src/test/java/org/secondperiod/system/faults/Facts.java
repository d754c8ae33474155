package org.secondperiod.system.faults;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.local.api.Json;

/** Facts as their sources send them to the APIs, and by what the same fact is known again on its topic. */
final class Facts {

    private Facts() {}

    /** A mark or a scan as a line; every other one has an id of its source's own. */
    static String line(Object fact) {
        var fields = new HashMap<String, Object>();
        switch (fact) {
            case AbsenceMark mark -> {
                fields.put("studentId", mark.studentId());
                fields.put("schoolId", mark.schoolId());
                fields.put("schoolDay", mark.schoolDay().toString());
                fields.put("period", mark.period());
                fields.put("code", mark.code());
                fields.put("takenAt", mark.takenAt().toString());
                fields.put("version", mark.version());
                if (hasOwnId(mark.eventId())) {
                    fields.put("markId", mark.markId());
                }
            }
            case Scan scan -> {
                fields.put("studentId", scan.studentId());
                fields.put("readerId", scan.readerId());
                fields.put("scannedAt", scan.scannedAt().toString());
                fields.put("direction", scan.direction().name().toLowerCase(Locale.ROOT));
                if (hasOwnId(scan.eventId())) {
                    fields.put("scanId", scan.scanId());
                }
            }
            default -> throw new IllegalArgumentException("Not sent in lines: " + fact);
        }
        return Json.text(fields);
    }

    private static boolean hasOwnId(String eventId) {
        return eventId.hashCode() % 2 == 0;
    }

    /** What is the same in a fact as it was sent and as it lies on its topic; empty for what is not sent in lines. */
    static String identity(Object fact) {
        return switch (fact) {
            case AbsenceMark mark ->
                String.join(
                        " ",
                        "mark",
                        mark.studentId(),
                        mark.schoolDay().toString(),
                        mark.code(),
                        mark.takenAt().toString(),
                        String.valueOf(mark.version()));
            case Scan scan ->
                String.join(
                        " ",
                        "scan",
                        scan.studentId(),
                        scan.readerId(),
                        scan.scannedAt().toString(),
                        scan.direction().name());
            default -> "";
        };
    }

    static String settings(SchoolChanged school) {
        return Json.text(Map.of(
                "name", school.name(),
                "zone", school.zone(),
                "buildings", school.buildings(),
                "triggerPeriod", school.triggerPeriod(),
                "graceMinutes", school.graceMinutes(),
                "lateLimitMinutes", school.lateLimitMinutes(),
                "sendsAttendanceTaken", school.sendsAttendanceTaken(),
                "massAbsencePercent", school.massAbsencePercent(),
                "holdMinutes", school.holdMinutes()));
    }

    static String bells(SchoolChanged.BellSchedule bells) {
        var periods = bells.periods().stream()
                .map(period -> Map.of(
                        "period", period.period(),
                        "start", period.start().toString(),
                        "end", period.end().toString()))
                .toList();
        return Json.text(Map.of(
                "effectiveFrom", bells.effectiveFrom().toString(), "remote", bells.remote(), "periods", periods));
    }

    static String calendar(SchoolChanged school) {
        var days = school.calendar().entrySet().stream()
                .map(day -> Map.of(
                        "date",
                        day.getKey().toString(),
                        "dayType",
                        String.valueOf(day.getValue().dayType())))
                .toList();
        return Json.text(Map.of("days", days));
    }

    static String settings(ReaderChanged reader) {
        return Json.text(Map.of(
                "buildingId", reader.buildingId(),
                "name", reader.name(),
                "inService", reader.inService(),
                "allowedSilenceMinutes", reader.allowedSilenceMinutes()));
    }

    static String heartbeat(ReaderChanged reader) {
        return Json.text(Map.of("at", String.valueOf(reader.at()), "queued", 0));
    }
}
