package org.secondperiod.local.cli;

import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Stack;
import picocli.CommandLine.Command;

@Command(name = "stop", description = "End everything that demo or simulate started. What was stored stays.")
final class StopCommand extends Verb {

    @Override
    public Integer call() {
        new Stack(layout()).stop(console().sayer());
        Layout simulation = SimulateCommand.ownStack(layout());
        new Stack(simulation).stop(line -> console().say(line + " (simulation)"));
        console().say("Nothing runs any more.");
        return 0;
    }
}
