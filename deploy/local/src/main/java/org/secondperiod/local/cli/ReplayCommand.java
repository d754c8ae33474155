package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
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

    private static final String ADMIN = "moreau";

    @Override
    public Integer call() {
        console().say("Say what to replay: ./sp replay dead-letters SERVICE, or ./sp replay topic SERVICE TOPIC");
        return Sp.NOT_UNDERSTOOD;
    }

    @Command(
            name = "dead-letters",
            description = "What a service could not process, once more; what fails again stays.")
    Integer deadLetters(@Parameters(paramLabel = "SERVICE", description = "e.g. outreach-service") String service) {
        for (JsonNode consumer : ask(service, "/v1/dead-letters/replay", Map.of())) {
            console()
                    .say("%s: %s replayed, %s failed again"
                            .formatted(
                                    consumer.path("consumer").asText(),
                                    consumer.path("replayed").asText(),
                                    consumer.path("failedAgain").asText()));
        }
        return 0;
    }

    @Command(name = "topic", description = "A topic from its beginning, into one service.")
    Integer topic(
            @Parameters(paramLabel = "SERVICE", description = "e.g. outreach-service") String service,
            @Parameters(paramLabel = "TOPIC", description = "e.g. building.scans.v1") String topic) {
        JsonNode started = ask(service, "/v1/replay", Map.of("topic", topic));
        console()
                .say("%s reads %s partitions of %s again."
                        .formatted(service, started.path("partitions").asText(), topic));
        return 0;
    }

    private JsonNode ask(String service, String path, Object body) {
        Part part = Part.named(service)
                .filter(Part::isService)
                .orElseThrow(() -> new StackException("There is no service " + service + "; ./sp status lists them."));
        return as(ADMIN).post(part, path, body);
    }
}
