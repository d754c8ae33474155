package org.secondperiod.local.cli;

import java.util.Map;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Process again. What was processed before changes nothing.",
        synopsisSubcommandLabel = "dead-letters|topic")
final class ReplayCommand extends Verb {

    @Override
    public Integer call() {
        console().say("Say what to replay: ./sp replay dead-letters SERVICE, or ./sp replay topic SERVICE");
        return Sp.NOT_UNDERSTOOD;
    }

    @Command(name = "dead-letters", description = "What a service could not process, again.")
    Integer deadLetters(@Parameters(paramLabel = "SERVICE") String service) {
        return ask(service, "/v1/dead-letters/replay");
    }

    @Command(name = "topic", description = "All that a service's consumers have read, from the beginning.")
    Integer topic(@Parameters(paramLabel = "SERVICE") String service) {
        return ask(service, "/v1/replay");
    }

    private Integer ask(String service, String path) {
        Part part = Part.named(service)
                .filter(Part::isService)
                .orElseThrow(() -> new StackException("There is no service " + service + "; ./sp status lists them."));
        console().say("Replaying: " + as("moreau").post(part, path, Map.of()));
        return 0;
    }
}
