package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;
import org.secondperiod.outreach.whereabouts.Whereabouts.Arrived;
import org.secondperiod.outreach.whereabouts.Whereabouts.Explained;
import org.secondperiod.outreach.whereabouts.Whereabouts.Held;
import org.secondperiod.outreach.whereabouts.Whereabouts.InBuilding;
import org.secondperiod.outreach.whereabouts.Whereabouts.NoSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts.NotAbsent;
import org.secondperiod.outreach.whereabouts.Whereabouts.NotEnrolled;
import org.secondperiod.outreach.whereabouts.Whereabouts.SeenInSchool;
import org.secondperiod.outreach.whereabouts.Whereabouts.Unaccounted;
import org.secondperiod.outreach.whereabouts.Whereabouts.Waiting;

/** Says a conclusion in English: both pieces of evidence, in the school's local times. */
record Explanation(Evidence evidence) {

    private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static String of(Whereabouts whereabouts) {
        return new Explanation(whereabouts.evidence()).say(whereabouts);
    }

    private String say(Whereabouts whereabouts) {
        return switch (whereabouts) {
            case NoSchool it -> "No school: " + it.reason() + ".";
            case NotEnrolled it -> "Not enrolled at this school on this day.";
            case Explained it -> explained(it);
            case NotAbsent it -> notAbsent(it);
            case SeenInSchool it -> mark() + ", but seen in school at " + time(it.at()) + " by " + it.by() + ".";
            case InBuilding it ->
                mark() + ", but came through the door at " + time(it.entry().at()) + " and is in the building.";
            case Arrived it -> mark() + ". Came in late, at " + time(it.at()) + ".";
            case Waiting it -> "Too early to tell before " + time(it.cutOff()) + ". " + mark() + ". " + door() + ".";
            case Held it -> mark() + ". " + held(it.hold());
            case Unaccounted it -> mark() + ". " + door() + doorsHeard() + "." + sighting() + unused();
        };
    }

    private String explained(Explained explained) {
        return explained.known() == null
                ? mark() + "."
                : "The school knows: " + explained.known().reason().words() + ".";
    }

    private String notAbsent(NotAbsent notAbsent) {
        return switch (notAbsent.because()) {
            case MARKED_HERE -> mark() + ".";
            case ATTENDANCE_WAS_TAKEN -> mark() + ", and attendance was taken.";
            case SCHOOL_NEVER_SIGNALS -> mark() + "; the school's system does not say when attendance was taken.";
            case INSIDE_WITHOUT_A_MARK -> mark() + ", and in the building. " + door() + ".";
        };
    }

    private String held(Hold hold) {
        return switch (hold) {
            case Hold.AttendanceNotTaken it ->
                door() + ", and attendance for period " + it.period() + " has not come: no mark means nothing yet.";
            case Hold.CodeUnknown it -> door() + ". Whoever keeps the attendance codes can say it.";
            case Hold.SeenElsewhere it ->
                door() + " here, but a scan at " + it.buildingName() + " at " + time(it.at()) + ".";
            case Hold.DoorFeedSilent it -> door() + ", but " + it.readerName() + " " + lastHeard(it.since()) + ".";
            case Hold.MassAbsence it -> door() + ", but " + massAbsence(it) + ".";
        };
    }

    private static String massAbsence(Hold.MassAbsence it) {
        return it.noScanAtAll()
                ? "no door of the school has seen anybody today"
                : it.markedAbsent() + " of " + it.expected() + " students are marked absent";
    }

    private String mark() {
        MarkFact mark = evidence.mark();
        if (mark == null) {
            return evidence.unmapped() == null
                    ? "No mark for period " + evidence.triggerPeriod()
                    : unmapped(evidence.unmapped());
        }
        String reason = mark.reason() == null ? "" : " (" + mark.reason() + ")";
        return "Marked " + mark.kind().name().toLowerCase(Locale.ROOT) + " " + whenOf(mark) + reason;
    }

    private String unmapped(MarkFact mark) {
        String code = mark.code().isEmpty() ? "a blank code" : "the code " + mark.code();
        return "Marked with " + code + " " + whenOf(mark) + ", and nobody has said what it means";
    }

    private String whenOf(MarkFact mark) {
        String period = mark.period().equals(MarkFact.WHOLE_DAY) ? "for the day" : "in period " + mark.period();
        return period + " at " + time(mark.takenAt());
    }

    private String door() {
        if (evidence.marksAlone()) {
            return "No door to ask, so marks alone decide";
        }
        if (evidence.scan() == null) {
            return "No entry scan";
        }
        String went = evidence.scan().direction().provesPresence() ? "Came in" : "Left the building";
        return went + " at " + time(evidence.scan().at());
    }

    private String doorsHeard() {
        return evidence.marksAlone() || evidence.doorsLastHeard() == null
                ? ""
                : "; the doors were last heard from at " + time(evidence.doorsLastHeard());
    }

    private String lastHeard(@Nullable Instant since) {
        return since == null ? "has never been heard from" : "was last heard from at " + time(since);
    }

    private String sighting() {
        SightingFact sighting = evidence.sighting();
        if (sighting == null) {
            return "";
        }
        String found = sighting.seen() == Seen.NOT_IN ? "not in" : "in the building";
        return " Checked by " + sighting.by() + " at " + time(sighting.at()) + ": " + found + ".";
    }

    private String unused() {
        return switch (evidence.unusedScans().size()) {
            case 0 -> "";
            case 1 -> " One scan was not used: its time cannot be right.";
            default -> " " + evidence.unusedScans().size() + " scans were not used: their times cannot be right.";
        };
    }

    private String time(Instant instant) {
        return LocalTime.ofInstant(instant, evidence.zone()).format(HOUR_AND_MINUTE);
    }
}
