package org.secondperiod.local.cli;

import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Lock;
import org.secondperiod.local.stack.Stack;
import picocli.CommandLine.Command;

@Command(
        name = "stop",
        description =
                "End everything that demo, start or simulate started, and a day that is being played. What was stored"
                        + " stays.")
final class StopCommand extends Verb {

    @Override
    public Integer call() {
        stop(layout(), "");
        stop(SimulateCommand.ownStack(layout()), " (simulation)");
        console().say("Nothing runs any more.");
        return 0;
    }

    private void stop(Layout layout, String whose) {
        Lock.endHolder(layout.playLock())
                .ifPresent(pid -> console().say("The day that was being played (pid %d) ends%s".formatted(pid, whose)));
        new Stack(layout).stop(line -> console().say(line + whose));
    }
}
