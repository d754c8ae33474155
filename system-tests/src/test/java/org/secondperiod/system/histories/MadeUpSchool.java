package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.SchoolChanged.CalendarDay;

/**
 * A school as it is set up at one time of a history.
 *
 * @param dayType what the calendar says of the day; null means no school
 */
record MadeUpSchool(
        String id,
        ZoneId zone,
        List<String> buildings,
        String triggerPeriod,
        int grace,
        int lateLimit,
        boolean signals,
        int massPercent,
        int hold,
        @Nullable String dayType,
        boolean inCalendar,
        long version) {

    static MadeUpSchool any(String id, ZoneId zone, List<String> buildings, String dayType, Chance chance) {
        return new MadeUpSchool(
                id,
                zone,
                buildings,
                chance.in100(85) ? "1" : "2",
                chance.of(0, 3, 3, 3, 5),
                chance.of(10, 20, 20, 20),
                chance.in100(85),
                chance.of(60, 60, 40),
                chance.of(5, 10, 10),
                dayType,
                true,
                1);
    }

    /** The same school, one thing changed. */
    MadeUpSchool changed(Chance chance) {
        var next = version + 1;
        return switch (chance.between(1, 9)) {
            case 1, 2 -> with(null, true, triggerPeriod, grace, signals, hold, buildings, next);
            case 3, 4 -> with(chance.of(Bells.TYPES), true, triggerPeriod, grace, signals, hold, buildings, next);
            case 5 -> with(dayType, true, chance.of("1", "2", "7"), grace, signals, hold, buildings, next);
            case 6 -> with(dayType, true, triggerPeriod, chance.between(0, 12), signals, hold, buildings, next);
            case 7 -> with(dayType, true, triggerPeriod, grace, !signals, chance.between(1, 20), buildings, next);
            case 8 -> with("field day", chance.in100(50), triggerPeriod, grace, signals, hold, buildings, next);
            default -> with(dayType, true, triggerPeriod, grace, signals, hold, List.of(chance.of(buildings)), next);
        };
    }

    private MadeUpSchool with(
            @Nullable String newDayType,
            boolean named,
            String trigger,
            int newGrace,
            boolean newSignals,
            int newHold,
            List<String> newBuildings,
            long newVersion) {
        return new MadeUpSchool(
                id,
                zone,
                newBuildings,
                trigger,
                newGrace,
                lateLimit,
                newSignals,
                massPercent,
                newHold,
                newDayType,
                named,
                newVersion);
    }

    SchoolChanged event(LocalDate day, Instant recordedAt) {
        var note = new Random(version).nextBoolean() ? "snow" : null;
        Map<LocalDate, CalendarDay> calendar =
                inCalendar ? Map.of(day, new CalendarDay(dayType, dayType == null ? note : null)) : Map.of();
        return new SchoolChanged(
                id + "-v" + version,
                id,
                id,
                zone.getId(),
                buildings,
                triggerPeriod,
                grace,
                lateLimit,
                signals,
                massPercent,
                hold,
                Bells.schedules(day),
                calendar,
                version,
                recordedAt);
    }
}
