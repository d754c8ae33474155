package org.secondperiod.reporting.earlier;

import static org.secondperiod.reporting.intake.Told.fresh;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.reporting.earlier.Draws.Arm;
import org.secondperiod.reporting.intake.Told;

/** A school's mornings as outreach-service tells of them, with the order drawn, and what they come to when counted one by one. */
final class DrawnMornings {

    private static final List<CallTaskChanged.Band> BANDS =
            List.of(CallTaskChanged.Band.OUT_OF_CHARACTER, CallTaskChanged.Band.THE_REST);

    private final String school;
    private final Random random;
    private final double effect;
    private final List<Received> records = new ArrayList<>();
    private Draws draws = Draws.NONE;

    DrawnMornings(String school, List<LocalDate> days, double effect, Random random) {
        this.school = school;
        this.random = random;
        this.effect = effect;
        days.forEach(day -> BANDS.forEach(band -> draw(day, band)));
    }

    List<Received> records() {
        return records;
    }

    Draws draws() {
        return draws;
    }

    private record Drawn(String student, String place) {}

    private record Fate(@Nullable Integer calledAfter, boolean came) {}

    private void draw(LocalDate day, CallTaskChanged.Band band) {
        List<Drawn> order = new ArrayList<>();
        for (int i = random.nextInt(7); i >= 0; i--) {
            order.add(new Drawn(
                    fresh("s"), UUID.nameUUIDFromBytes(bytes()).toString().replace("-", "")));
        }
        order.sort(Comparator.comparing(Drawn::place));
        List<Fate> fates = new ArrayList<>();
        for (int rank = 0; rank < order.size(); rank++) {
            fates.add(tell(day, band, order.get(rank), rank, rank < order.size() / 2));
        }
        int half = fates.size() / 2;
        draws = draws.and(Draws.of(
                fates.size(), arm(fates.subList(0, half)), arm(fates.subList(fates.size() - half, fates.size()))));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Arm arm(List<Fate> fates) {
        long called = fates.stream().filter(one -> one.calledAfter() != null).count();
        long minutes = fates.stream()
                .mapToLong(one -> one.calledAfter() == null ? 0 : one.calledAfter())
                .sum();
        return new Arm(called, minutes, fates.stream().filter(Fate::came).count());
    }

    /** In September and October New York is four hours behind; the eighth and last period begins at 15:00 there. */
    private static Instant at(LocalDate day, int minutesAfterCutOff) {
        return day.atTime(12, 44).toInstant(ZoneOffset.UTC).plusSeconds(60L * minutesAfterCutOff);
    }

    private Fate tell(LocalDate day, CallTaskChanged.Band band, Drawn drawn, int rank, boolean early) {
        task(
                day,
                drawn.student(),
                1,
                CallTaskChanged.State.OPEN,
                0,
                null,
                new CallTaskChanged.Draw(band, drawn.place()));
        boolean comes = random.nextDouble() < 0.35 + (early ? effect : 0);
        if (random.nextInt(12) == 0) {
            // The family's own doing, before anybody called.
            task(day, drawn.student(), 2, CallTaskChanged.State.ARRIVED, 2, at(day, 2), null);
            return new Fate(null, true);
        }
        int calledAfter = 4 + 6 * rank;
        if (random.nextInt(10) > 0) {
            call(day, drawn.student(), calledAfter);
        } else {
            calledAfter = 0;
        }
        if (!comes) {
            if (random.nextInt(5) == 0) {
                // Too late: the last period has begun.
                task(day, drawn.student(), 2, CallTaskChanged.State.ARRIVED, 380, at(day, 380), null);
            }
            return new Fate(calledAfter == 0 ? null : calledAfter, false);
        }
        int arrives = 100 + random.nextInt(200);
        if (random.nextBoolean()) {
            task(day, drawn.student(), 2, CallTaskChanged.State.ARRIVED, arrives, at(day, arrives), null);
        } else {
            task(day, drawn.student(), 2, CallTaskChanged.State.DONE, 90, null, null);
            seen(day, drawn.student(), arrives);
        }
        return new Fate(calledAfter == 0 ? null : calledAfter, true);
    }

    private void task(
            LocalDate day,
            String student,
            long version,
            CallTaskChanged.State state,
            int minutes,
            @Nullable Instant arrivedAt,
            CallTaskChanged.@Nullable Draw draw) {
        records.add(Told.received(
                Topics.CALL_TASKS,
                new CallTaskChanged(
                        fresh("ct"),
                        "task-" + student,
                        student,
                        school,
                        day,
                        state,
                        null,
                        null,
                        false,
                        false,
                        null,
                        arrivedAt,
                        version,
                        at(day, minutes),
                        null,
                        null,
                        draw)));
    }

    private void call(LocalDate day, String student, int minutes) {
        records.add(Told.received(
                Topics.CALLS,
                new CallLogged(
                        fresh("c"),
                        fresh("call"),
                        "task-" + student,
                        student,
                        school,
                        day,
                        CallLogged.Outcome.VOICEMAIL_LEFT,
                        null,
                        null,
                        "rivera",
                        at(day, minutes),
                        1,
                        at(day, minutes),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)));
    }

    private void seen(LocalDate day, String student, int minutes) {
        records.add(Told.received(
                Topics.WHEREABOUTS,
                new WhereaboutsChanged(
                        fresh("w"),
                        student,
                        school,
                        day,
                        WhereaboutsChanged.State.ARRIVED,
                        8,
                        null,
                        at(day, minutes),
                        null,
                        "1",
                        at(day, minutes),
                        null,
                        at(day, 0),
                        2,
                        at(day, minutes))));
    }
}
