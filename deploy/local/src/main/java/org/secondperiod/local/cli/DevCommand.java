package org.secondperiod.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description =
                "Work on one service: it runs in Quarkus' dev mode, with live reload, against the rest of the stack.")
final class DevCommand extends Verb {

    @Parameters(
            paramLabel = "SERVICE",
            description = "attendance-ingest, building-entry, outreach-service, reporting-service or desk")
    String service = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Part part = LogsCommand.part(service);
        if (!part.isService()) {
            throw new StackException(service + " is not a service.");
        }
        Stack stack = new Stack(layout());
        stack.startAllBut(part, console().sayer());
        List<String> command = new ArrayList<>(
                List.of(layout().checkout().resolve("mvnw").toString(), "-q", "quarkus:dev", "-pl", part.label()));
        stack.settings(part).forEach((name, value) -> command.add("-D" + name + "=" + value));
        ProcessBuilder maven = new ProcessBuilder(command)
                .directory(layout().checkout().toFile())
                .inheritIO();
        maven.environment().putAll(stack.environment(part));
        return maven.start().waitFor();
    }
}
