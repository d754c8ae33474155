package org.secondperiod.local.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.grants.PeoplesGrants;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import picocli.CommandLine.Command;

@Command(
        name = "start",
        description = {
            "Start what does not run: after a stop, a restart of the machine, or when a process died.",
            "What was stored is there again, and the stack's clock goes on as it was; nothing is loaded and nothing is"
                    + " played."
        })
final class StartCommand extends Verb {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern(
                    "EEEE, yyyy-MM-dd, HH:mm", Locale.ENGLISH)
            .withZone(ZoneId.of("America/New_York"));

    @Override
    public Integer call() {
        new Stack(layout()).start(console().sayer());
        PeoplesGrants.give(layout(), console().sayer());
        console()
                .say("Everything runs. By the stack's clock it is %s in New York."
                        .formatted(CLOCK.format(new ClockFile(layout().clockFile()).now())));
        console().say("The desk is %s: choose who you are, there is no password.".formatted(layout().url(Part.DESK)));
        return 0;
    }
}
