package org.secondperiod.reporting.outreach;

import static org.secondperiod.reporting.outreach.Morning.DAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallLogged.Outcome;
import org.secondperiod.events.CallLogged.Result;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.reporting.intake.Told;

/** A row of {@code same-day-return-examples.csv}, as outreach tells it. Times are the school's. */
record ReturnExample(Map<String, String> row) {

    private static final LocalTime CUT_OFF = LocalTime.of(8, 44);
    private static final Pattern CALL =
            Pattern.compile("(\\d\\d:\\d\\d)( valid reason)?(?: coming by (\\d\\d:\\d\\d))?( in error)?");

    /** The student is looked for and called about, and comes or does not. */
    List<Received> told(Morning morning, String student) {
        List<Received> told = new ArrayList<>();
        told.add(Told.received(
                Topics.WHEREABOUTS, morning.where(student, 1, WhereaboutsChanged.State.UNACCOUNTED, null, null)));
        told.add(Told.received(Topics.CALL_TASKS, morning.task(student, 1, CallTaskChanged.State.OPEN, 1, null)));
        for (String call : row.get("calls").split(", ")) {
            told.addAll(call(morning, student, call));
        }
        String[] here = row.get("here").split(" ");
        if (here[0].equals("scan")) {
            Instant scanAt = Morning.at(minutes(here[1]));
            told.add(Told.received(
                    Topics.WHEREABOUTS, morning.where(student, 2, WhereaboutsChanged.State.ARRIVED, null, scanAt)));
        } else if (here[0].equals("mark")) {
            Instant since = Morning.at(minutes(here[1]));
            told.add(Told.received(
                    Topics.WHEREABOUTS,
                    morning.where(student, 2, WhereaboutsChanged.State.NOT_ABSENT, null, null, since)));
        }
        return told;
    }

    private static List<Received> call(Morning morning, String student, String words) {
        Matcher said = CALL.matcher(words);
        if (!said.matches()) {
            throw new IllegalArgumentException("no call: " + words);
        }
        Result result = said.group(2) != null
                ? Result.WILL_NOT_COME_VALID_REASON
                : said.group(3) != null ? Result.COMING_IN_TODAY : Result.WILL_NOT_COME_OTHER;
        CallLogged call = morning.call(
                student,
                minutes(said.group(1)),
                Outcome.REACHED_GUARDIAN,
                "rivera",
                result,
                "overslept",
                said.group(3) == null ? null : Morning.at(minutes(said.group(3))),
                DAY);
        List<Received> told = new ArrayList<>(List.of(Told.received(Topics.CALLS, call)));
        if (said.group(4) != null) {
            told.add(Told.received(Topics.CALLS, Morning.inError(call, "MARK_WAS_WRONG")));
        }
        return told;
    }

    private static int minutes(String clock) {
        return (int) Duration.between(CUT_OFF, LocalTime.parse(clock)).toMinutes();
    }

    /** Of {@code 1 of 2} the first number. */
    static int count(String share) {
        return Integer.parseInt(share.substring(0, share.indexOf(' ')));
    }

    /** Of {@code 1 of 2} the second number. */
    static int of(String share) {
        return Integer.parseInt(share.substring(share.lastIndexOf(' ') + 1));
    }
}
