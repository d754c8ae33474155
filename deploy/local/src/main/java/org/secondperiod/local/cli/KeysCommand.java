package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.stack.DistrictKeys;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description = "What lies under which of the district's keys, and another key, step by step (docs/keys.md).",
        synopsisSubcommandLabel = "[add|use|destroy]")
final class KeysCommand extends Verb {

    private static final String ADMIN = "moreau";
    private static final List<Part> WITH_KEYS = List.of(Part.INGEST, Part.OUTREACH);
    private static final String AT_THE_NEXT_START = " Services learn of it when they start: ./sp stop, ./sp start";

    @Override
    public Integer call() {
        for (Part service : WITH_KEYS) {
            JsonNode report = report(service);
            console()
                    .say("%s writes under %s%s"
                            .formatted(service.label(), report.path("current").asText(), unused(report)));
            report.path("fingerprints")
                    .properties()
                    .forEach(key -> console()
                            .say("  %-34s %s"
                                    .formatted(
                                            "key " + key.getKey(),
                                            key.getValue().asText())));
            console()
                    .say("  %-34s %s"
                            .formatted(
                                    "the index key",
                                    report.path("indexFingerprint").asText()));
            report.path("values")
                    .forEach(count -> console()
                            .say("  %-34s %-8s %d"
                                    .formatted(
                                            count.path("where").asText(),
                                            count.path("keyId").asText(),
                                            count.path("values").asLong())));
        }
        return 0;
    }

    @Command(name = "add", description = "Makes a key, for reading at first.")
    Integer add(@Parameters(paramLabel = "NAME", description = "e.g. k2") String id) {
        new DistrictKeys(layout()).add(id);
        console().say("There is a key " + id + "." + AT_THE_NEXT_START);
        return 0;
    }

    @Command(name = "use", description = "Makes a key the one that is written under.")
    Integer use(@Parameters(paramLabel = "NAME", description = "e.g. k2") String id) {
        new DistrictKeys(layout()).use(id);
        console().say("New values are to be written under " + id + "." + AT_THE_NEXT_START);
        return 0;
    }

    @Command(name = "destroy", description = "Destroys a key for good, if the services that run have nothing under it.")
    Integer destroy(@Parameters(paramLabel = "NAME", description = "e.g. k1") String id) {
        for (Part service : WITH_KEYS) {
            List<String> unused = new ArrayList<>();
            report(service).path("unused").forEach(key -> unused.add(key.asText()));
            if (!unused.contains(id)) {
                throw new StackException(service.label() + " does not say that nothing is under " + id + ": ./sp keys");
            }
        }
        new DistrictKeys(layout()).destroy(id);
        console().say("Key " + id + " is destroyed." + AT_THE_NEXT_START);
        return 0;
    }

    private JsonNode report(Part service) {
        return as(ADMIN).get(service, "/v1/keys");
    }

    private static String unused(JsonNode report) {
        List<String> unused = new ArrayList<>();
        report.path("unused").forEach(key -> unused.add(key.asText()));
        return unused.isEmpty() ? "" : "; it has nothing under " + String.join(", ", unused);
    }
}
