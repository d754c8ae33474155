package org.secondperiod.outreach.examples;

import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.whereabouts.Hold;
import org.secondperiod.outreach.whereabouts.Whereabouts;

/** Conclusions as the tables write them. */
public final class InWords {

    private InWords() {}

    public static String of(Whereabouts whereabouts, Times times) {
        return whereabouts.state() + detail(whereabouts, times);
    }

    private static String detail(Whereabouts whereabouts, Times times) {
        return switch (whereabouts) {
            case Whereabouts.NoSchool it -> ": " + it.reason();
            case Whereabouts.NotEnrolled it -> "";
            case Whereabouts.Explained it -> ": " + it.reason();
            case Whereabouts.NotAbsent it -> "";
            case Whereabouts.SeenInSchool it -> " by " + it.by() + " at " + times.write(it.at());
            case Whereabouts.InBuilding it -> " since " + times.write(it.entry().at());
            case Whereabouts.Arrived it -> " at " + times.write(it.at());
            case Whereabouts.Waiting it -> " until " + times.write(it.cutOff());
            case Whereabouts.Held it -> " " + it.reason() + detail(it.hold(), times);
            case Whereabouts.Unaccounted it ->
                " since " + times.write(it.since())
                        + (it.leftAt() == null ? "" : ", left at " + times.write(it.leftAt()));
        };
    }

    private static String detail(Hold hold, Times times) {
        return switch (hold) {
            case Hold.AttendanceNotTaken it -> ": period " + it.period();
            case Hold.CodeUnknown it ->
                ": " + it.code()
                        + (it.period().equals(MarkFact.WHOLE_DAY) ? " for the day" : " in period " + it.period());
            case Hold.SeenElsewhere it -> ": " + it.buildingName() + " at " + times.write(it.at());
            case Hold.DoorFeedSilent it ->
                ": " + it.readerName() + (it.since() == null ? " never heard" : " since " + times.write(it.since()));
            case Hold.MassAbsence it ->
                it.noScanAtAll() ? ": no scan at all" : ": " + it.markedAbsent() + " of " + it.expected();
        };
    }
}
