package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.local.oracle.Verdict;

/** Tells a difference in plain words, with the district's local times. */
final class Story {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS");

    private final Difference difference;
    private final ZoneId zone;

    private Story(Difference difference, ZoneId zone) {
        this.difference = difference;
        this.zone = zone;
    }

    static String of(Difference difference, ZoneId zone) {
        return new Story(difference, zone).tell();
    }

    private String tell() {
        var history = difference.history();
        var moment = difference.moment();
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("In the morning %s of %s, times in %s:".formatted(history.name(), history.day(), zone));
        lines.add("Before the day:");
        history.setUp().forEach(told -> lines.add("  " + inWords(told.fact())));
        lines.add("Then it is told:");
        history.told().forEach(told -> lines.add("  %s  %s".formatted(time(told.at()), inWords(told.fact()))));
        lines.add("At %s, decided last at %s, of %s at %s:"
                .formatted(time(moment.at()), time(moment.doorsAt()), moment.studentId(), moment.schoolId()));
        lines.add("  the oracle says: " + inWords(difference.oracle()));
        lines.add("  the system says: " + inWords(difference.system()));
        return String.join(System.lineSeparator(), lines);
    }

    private String inWords(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "nothing";
        }
        var words = new ArrayList<>(List.of("%s (rule %d)".formatted(verdict.state(), verdict.rule())));
        add(words, "because of", verdict.reason());
        add(words, "by the scan of", time(verdict.scanAt()));
        add(words, "left at", time(verdict.leftAt()));
        add(words, "until", time(verdict.cutOff()));
        add(words, "held since", time(verdict.heldSince()));
        add(words, "with the", verdict.heldWith());
        words.add(verdict.task() == null ? "no task" : "task " + verdict.task());
        add(
                words,
                "on weak evidence:",
                verdict.weak() == null ? null : verdict.weak().toString());
        add(words, "ended by", verdict.ended());
        return String.join(", ", words);
    }

    private static void add(List<String> words, String before, @Nullable String word) {
        if (word != null) {
            words.add(before + " " + word);
        }
    }

    private String inWords(Object fact) {
        return switch (fact) {
            case AbsenceMark it ->
                "%s is marked %s at %s in period %s, taken %s%s"
                        .formatted(
                                it.studentId(),
                                it.category(),
                                it.schoolId(),
                                it.period(),
                                time(it.takenAt()),
                                version(it.version(), it.deleted()));
            case Scan it ->
                "%s is scanned %s at %s in %s at %s, recorded %s"
                        .formatted(
                                it.studentId(),
                                it.direction(),
                                it.readerId(),
                                it.buildingId(),
                                time(it.scannedAt()),
                                time(it.recordedAt()));
            case AttendanceTaken it ->
                "%s submitted period %s of %s%s"
                        .formatted(
                                it.schoolId(),
                                it.period(),
                                it.classId() == null ? "the whole school" : "class " + it.classId(),
                                version(it.version(), it.deleted()));
            case KnownAbsence it ->
                "%s is known to be away, %s %s, at %s, %s to %s%s"
                        .formatted(
                                it.studentId(),
                                it.absenceId(),
                                it.reason(),
                                it.schoolId() == null ? "all schools" : it.schoolId(),
                                it.fromDay() == null ? time(it.from()) : it.fromDay(),
                                it.toDay() == null ? time(it.to()) : it.toDay(),
                                version(it.version(), it.deleted()));
            case ReaderChanged it ->
                "reader %s in %s: %s at %s, queued %s, %s, may be silent %d min, v%d"
                        .formatted(
                                it.readerId(),
                                it.buildingId(),
                                it.kind(),
                                time(it.at()),
                                it.queued(),
                                it.inService() ? "in service since " + time(it.inServiceSince()) : "out of service",
                                it.allowedSilenceMinutes(),
                                it.version());
            case SchoolChanged it ->
                "school %s: %s, in %s, trigger %s, grace %d, late limit %d, %s, %d%%, hold %d, calendar %s, v%d"
                        .formatted(
                                it.schoolId(),
                                it.zone(),
                                it.buildings(),
                                it.triggerPeriod(),
                                it.graceMinutes(),
                                it.lateLimitMinutes(),
                                it.sendsAttendanceTaken() ? "signals" : "never signals",
                                it.massAbsencePercent(),
                                it.holdMinutes(),
                                it.calendar(),
                                it.version());
            case EnrolmentsChanged it ->
                "roster of %s: %s, v%d".formatted(it.studentId(), it.enrolments(), it.version());
            case StaffSaw it ->
                "%s saw %s at %s: %s at %s".formatted(it.by(), it.studentId(), it.schoolId(), it.seen(), time(it.at()));
            case LeadDecided it -> "a lead decides to %s %s at %s".formatted(it.verdict(), it.reason(), it.schoolId());
            default -> fact.toString();
        };
    }

    private static String version(long version, boolean deleted) {
        return (version == 0 ? "" : ", v" + version) + (deleted ? ", withdrawn" : "");
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : TIME.format(instant.atZone(zone));
    }
}
