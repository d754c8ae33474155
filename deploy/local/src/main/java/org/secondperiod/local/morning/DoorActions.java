package org.secondperiod.local.morning;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.district.Reader;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;

/** What the doors see this morning, minute by minute, and their heartbeats. */
final class DoorActions {

    /** From then on the gym door keeps its scans to itself. */
    static final LocalTime GYM_GOES_OFFLINE = LocalTime.of(8, 6);

    /** It is back, and has sent what it kept. */
    static final LocalTime GYM_IS_BACK = LocalTime.of(8, 51);

    static final LocalTime BUS_ARRIVES = LocalTime.of(8, 50);

    private static final int HEARTBEAT_EVERY_MINUTES = 2;
    private static final int IN_CLASS_BEFORE_BELL = 2;

    private final Cast cast;
    private final Stage stage;
    private final Random random;
    private final Map<LocalTime, List<ScanRow>> byMinute = new TreeMap<>();
    private final List<ScanRow> keptByTheGymDoor = new ArrayList<>();
    private int scans;

    DoorActions(Cast cast, Stage stage, long seed) {
        this.cast = cast;
        this.stage = stage;
        this.random = new Random(seed);
    }

    List<Action> all(LocalTime from, LocalTime to) {
        arrivals();
        List<Action> actions = new ArrayList<>();
        byMinute.forEach((minute, rows) -> actions.add(new Action(minute.plusMinutes(1), on -> on.scans(rows))));
        for (LocalTime at = from; at.isBefore(to); at = at.plusMinutes(HEARTBEAT_EVERY_MINUTES)) {
            LocalTime beat = at;
            actions.add(new Action(at, on -> heartbeats(beat, on)));
        }
        actions.add(new Action(GYM_IS_BACK, on -> {
            on.scans(keptByTheGymDoor);
            on.heartbeat(Reader.SOUTH_GYM, 0);
        }));
        return actions;
    }

    private void heartbeats(LocalTime at, Stage on) {
        for (Reader reader : Reader.ALL) {
            boolean offline =
                    reader.equals(Reader.SOUTH_GYM) && !at.isBefore(GYM_GOES_OFFLINE) && !at.isAfter(GYM_IS_BACK);
            if (!offline) {
                on.heartbeat(reader, 0);
            }
        }
    }

    private void arrivals() {
        cast.everybodyElse().forEach(student -> through(student, beforeClass(student.school())));
        cast.of(Role.HALLWAY).forEach(student -> through(student, beforeClass(student.school())));
        cast.of(Role.BUS).forEach(student -> through(student, BUS_ARRIVES));
        cast.of(Role.LATE).forEach(student -> through(student, between(calledFrom(student.school()), 50)));
        for (Student student : cast.of(Role.LEFT)) {
            through(student, LocalTime.of(7, 46));
            scan(Reader.mainDoorOf(student.school().building()), student.card(), LocalTime.of(8, 17), "out");
        }
        cast.of(Role.ELSEWHERE).forEach(student -> scan(Reader.SOUTH_MAIN, student.card(), LocalTime.of(7, 52), "in"));
        cast.of(Role.OLD_BADGE).forEach(student -> scan(Reader.SOUTH_MAIN, student.card(), LocalTime.of(7, 55), "in"));
        cast.of(Role.GYM_DOOR).forEach(student -> kept(student, between(GYM_GOES_OFFLINE.plusMinutes(1), 10)));
        cast.of(Role.GYM_DOOR_IN_CLASS).forEach(student -> kept(student, between(GYM_GOES_OFFLINE.plusMinutes(1), 8)));
    }

    /** From when on who is absent has been given a call: while the gym door is silent its students are only held. */
    private static LocalTime calledFrom(School school) {
        LocalTime afterCutOff = school.cutOff().plusMinutes(4);
        LocalTime doorsListen = GYM_IS_BACK.plusMinutes(2);
        return school.building().equals(School.SOUTH) && afterCutOff.isBefore(doorsListen) ? doorsListen : afterCutOff;
    }

    private LocalTime beforeClass(School school) {
        LocalTime bell = school.trigger().start();
        return between(bell.minusMinutes(28), 28 - IN_CLASS_BEFORE_BELL);
    }

    private LocalTime between(LocalTime from, int minutes) {
        return from.plusSeconds(random.nextInt(minutes * 60));
    }

    private void through(Student student, LocalTime at) {
        boolean annex = student.school().building().equals(School.EAST) && random.nextInt(4) == 0;
        boolean gym = student.school().building().equals(School.SOUTH)
                && at.isBefore(GYM_GOES_OFFLINE.minusMinutes(2))
                && random.nextInt(3) == 0;
        Reader reader = annex
                ? Reader.EAST_ANNEX
                : gym ? Reader.SOUTH_GYM : Reader.mainDoorOf(student.school().building());
        scan(reader, student.card(), at, "in");
    }

    /** A student without a card walks in unseen. */
    private void scan(Reader reader, @Nullable String card, LocalTime at, String direction) {
        if (card != null) {
            byMinute.computeIfAbsent(at.withSecond(0), minute -> new ArrayList<>())
                    .add(row(reader, card, at, direction));
        }
    }

    private void kept(Student student, LocalTime at) {
        keptByTheGymDoor.add(row(Reader.SOUTH_GYM, student.card(), at, "in"));
    }

    private ScanRow row(Reader reader, @Nullable String card, LocalTime at, String direction) {
        String id = "%s-%s-%04d".formatted(reader.id(), stage.day(), ++scans);
        return new ScanRow(id, reader.id(), card, null, stage.at(at), direction);
    }
}
