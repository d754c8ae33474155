package org.secondperiod.local.morning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.District;

/**
 * A school morning of the made-up district, from the doors' opening to a quarter past ten, played over the public APIs
 * at the clock's pace while the story is told.
 */
public final class SimulatedMorning {

    private static final LocalTime BEFORE_SCHOOL = LocalTime.of(6, 45);

    private final District district;
    private final LocalDate day;
    private final ClockFile clock;
    private final Api anyone;
    private final Consumer<String> voice;
    private final Cast cast;

    public SimulatedMorning(District district, LocalDate day, ClockFile clock, Api anyone, Consumer<String> voice) {
        this.district = district;
        this.day = day;
        this.clock = clock;
        this.anyone = anyone;
        this.voice = voice;
        this.cast = new Cast(district, day.toEpochDay());
    }

    public Cast cast() {
        return cast;
    }

    /** Sets the clock to early that morning and loads the district. */
    public void load() {
        clock.set(day.atTime(BEFORE_SCHOOL).atZone(Stage.ZONE).toInstant(), 1);
        new SchoolSetup(anyone.as("roster-sync"), anyone.as("doors")).load(district, day, voice);
        Summaries summaries = new Summaries(anyone.as("okafor"), day);
        summaries.awaitEnrolled();
        summaries.awaitDecided();
        voice.accept("Everybody is known to outreach.");
    }

    /**
     * Plays the morning, and leaves the clock at its end, at ordinary speed.
     *
     * @param speed how many times faster than reality
     * @return how much went wrong; 0 is a good morning
     */
    public int play(double speed) {
        Stage stage = new Stage(day, clock, anyone, voice);
        Thread counts = new Thread(new CountLines(stage), "counts");
        Thread ordinarySpeed = new Thread(() -> clock.pace(1));
        Runtime.getRuntime().addShutdownHook(ordinarySpeed);
        clock.set(stage.instant(MorningPlan.FROM), speed);
        counts.start();
        try {
            new Player(clock, stage).play(new MorningPlan(district, cast, stage, day.toEpochDay()).actions());
            new Player(clock, stage).play(List.of(new Action(MorningPlan.TO, on -> on.say("The morning is over."))));
            return stage.faults();
        } finally {
            counts.interrupt();
            clock.pace(1);
            Runtime.getRuntime().removeShutdownHook(ordinarySpeed);
        }
    }
}
