package org.secondperiod.system.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Times of a morning, most of them close to where something turns: bells, late limit, cut-off. */
final class Times {

    /** Told times of mornings that are played together lie this far apart, and this far from any bell. */
    private static final Duration GRID = Duration.ofMinutes(23);

    private static final Duration OFF_THE_BELL = Duration.ofMinutes(7).plusMillis(137);

    private final Chance chance;
    private final LocalDate day;
    private final ZoneId zone;
    private final List<LocalTime> turningPoints;
    private final boolean grid;

    Times(Chance chance, LocalDate day, ZoneId zone, String dayType, boolean grid) {
        this.chance = chance;
        this.day = day;
        this.zone = zone;
        this.turningPoints = new ArrayList<>(Bells.turningPoints(dayType));
        this.grid = grid;
    }

    /** A time at which something may happen. */
    Instant any() {
        var turn = day.atTime(chance.of(turningPoints)).atZone(zone).toInstant();
        return switch (chance.between(1, 10)) {
            case 1 -> turn;
            case 2 -> turn.minusMillis(1);
            case 3 -> turn.plusMillis(1);
            case 4, 5 -> turn.minusSeconds(chance.between(1, 900));
            case 6, 7, 8 -> turn.plusSeconds(chance.between(1, 900));
            case 9 -> turn.plusSeconds(chance.between(900, 7200));
            default -> turn.minus(Duration.ofMinutes(chance.between(15, 90)));
        };
    }

    /** A time at which something is told. */
    Instant told() {
        return !grid && chance.in100(3) ? onGrid(any().plus(Duration.ofHours(20))) : onGrid(any());
    }

    /** A time at which something is told that happened at {@code at}: mostly at once. */
    Instant toldOf(Instant at) {
        return onGrid(
                switch (chance.between(1, 10)) {
                    case 1 -> at.minus(Duration.ofMinutes(chance.between(1, 4)));
                    case 2 -> at.minus(Duration.ofMinutes(chance.between(5, 7)));
                    case 3 -> at.plus(Duration.ofHours(chance.between(1, 3)));
                    case 4, 5 -> at.plus(Duration.ofMinutes(chance.between(1, 30)));
                    default -> at.plusMillis(chance.between(0, 2000));
                });
    }

    Instant after(Instant time) {
        return onGrid(time.plus(Duration.ofMinutes(chance.between(1, 180))));
    }

    /** The next told time of mornings that are played together; otherwise the time itself. */
    Instant onGrid(Instant time) {
        if (!grid) {
            return time;
        }
        long step = GRID.toMillis();
        long steps = Math.floorDiv(time.minus(OFF_THE_BELL).toEpochMilli() + step - 1, step);
        return Instant.ofEpochMilli(steps * step).plus(OFF_THE_BELL);
    }
}
