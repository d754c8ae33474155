package org.secondperiod.system.histories;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.secondperiod.events.SchoolChanged.BellSchedule;
import org.secondperiod.events.SchoolChanged.Period;

/** The day types of all made-up schools. */
final class Bells {

    /** By day type; each period with its start and end. */
    private static final Map<String, List<String>> DAYS = Map.of(
            "regular", List.of("1 08:00 08:41", "2 08:45 09:26", "3 09:30 10:11", "4 10:15 10:56"),
            "late start", List.of("1 10:00 10:31", "2 10:35 11:06", "3 11:10 11:40"),
            "half", List.of("1 08:00 08:26", "2 08:30 08:56", "3 09:00 09:30"),
            "remote", List.of("1 08:00 08:41", "2 08:45 09:26", "3 09:30 10:11"),
            "without 1", List.of("3 09:30 10:11", "2 08:45 09:26"),
            "night", List.of("1 00:30 01:15", "2 01:20 02:15", "3 02:40 04:00"));

    static final List<String> TYPES = List.of("regular", "late start", "half", "remote", "without 1", "night");

    private Bells() {}

    /** Schedules that hold from September on, an older one, and one that is not in force yet. */
    static List<BellSchedule> schedules(LocalDate day) {
        var september = day.minusDays(40);
        return Stream.concat(
                        TYPES.stream().map(type -> schedule(type, DAYS.get(type), september)),
                        Stream.of(
                                schedule("regular", List.of("1 07:00 07:30", "2 07:40 12:00"), day.minusDays(400)),
                                schedule("regular", List.of("1 07:10 07:30", "2 07:40 12:00"), day.plusDays(1))))
                .toList();
    }

    private static BellSchedule schedule(String type, List<String> periods, LocalDate from) {
        return new BellSchedule(
                type,
                from,
                type.equals("remote"),
                periods.stream().map(Bells::period).toList());
    }

    private static Period period(String text) {
        var parts = text.split(" ");
        return new Period(parts[0], LocalTime.parse(parts[1]), LocalTime.parse(parts[2]));
    }

    /** Local times at which something turns on that day type: bells, late limit, cut-off. */
    static List<LocalTime> turningPoints(String type) {
        var first = DAYS.get(type).stream().sorted().map(Bells::period).toList();
        var times = new ArrayList<LocalTime>();
        for (var period : first) {
            times.add(period.start());
            times.add(period.end());
        }
        times.add(first.getFirst().start().plusMinutes(20));
        times.add(first.getFirst().end().plusMinutes(3));
        times.add(first.getFirst().end().plusMinutes(13));
        return times;
    }
}
