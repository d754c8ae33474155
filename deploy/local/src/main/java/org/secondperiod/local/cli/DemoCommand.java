package org.secondperiod.local.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.District;
import org.secondperiod.local.grants.PeoplesGrants;
import org.secondperiod.local.morning.SchoolYearSoFar;
import org.secondperiod.local.morning.SimulatedMorning;
import org.secondperiod.local.stack.Lock;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = {
            "Start everything, load a made-up district of three schools, and play a school morning while the terminal"
                    + " tells it.",
            "It works at any hour and date: the day is the next weekday that has not been played. The stack keeps"
                    + " running."
        })
final class DemoCommand extends Verb {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final double FASTEST = 120;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "how many times faster than reality, 1 to 120 (default: ${DEFAULT-VALUE})")
    double speed = 60;

    @Option(names = "--fresh", description = "forget everything that earlier demos stored")
    boolean fresh;

    @Override
    public Integer call() {
        if (speed < 1 || speed > FASTEST) {
            throw new ParameterException(
                    spec.commandLine(), "--speed must be from 1 to 120: faster than that, a door would seem silent.");
        }
        try (Lock playing = Lock.take(layout().playLock(), "A demo is playing")) {
            return play();
        }
    }

    private int play() {
        Stack stack = new Stack(layout());
        StateFolder state = new StateFolder(layout());
        if (fresh) {
            stack.stop(console().sayer());
            state.delete();
        }
        stack.start(console().sayer());
        PeoplesGrants.give(layout(), console().sayer());
        LocalDate day = state.nextDayToPlay(LocalDate.now(Clock.system(ZONE)));
        List<LocalDate> played = state.playedDays();
        state.remember(day);
        SimulatedMorning morning = new SimulatedMorning(
                District.usual(),
                day,
                new ClockFile(layout().clockFile()),
                as("sis"),
                console().sayer());
        morning.load();
        new SchoolYearSoFar(District.usual(), as("sis"))
                .load(day, morning.cast(), played, console().sayer());
        console().say();
        console().say("The morning of %s, %.0f times as fast as a real one.".formatted(day, speed));
        int faults = morning.play(speed);
        new WhatToTry(layout(), console()).print(day, morning.cast());
        stack.status().stream()
                .filter(part -> !part.isReady())
                .forEach(part -> console()
                        .say("%s does not run any more: ./sp start brings it back, and what it missed waits for it."
                                .formatted(part.part().label())));
        return faults == 0 ? 0 : Sp.FOUND_A_FAULT;
    }
}
