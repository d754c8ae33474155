package org.secondperiod.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "dev",
        description = {
            "Work on one service: it runs in Quarkus' dev mode, with live reload, against the rest of the stack.",
            "When dev mode ends, however it ends, the service as it was last built takes its place again."
        })
final class DevCommand extends Verb {

    private static final int STOP_LIMIT_SECONDS = 20;
    private static final int ENDED_BY_CTRL_C = 130;

    private @Nullable Process maven;
    private boolean ended;

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
        Thread onInterrupt = new Thread(() -> end(stack, part), "end-dev");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        int code;
        try {
            stack.startAllBut(part, console().sayer());
            console().say("Starting %s in dev mode; q or Ctrl-C ends it.".formatted(part.label()));
            code = start(stack, part).waitFor();
        } finally {
            end(stack, part);
        }
        return code == 0 || code == ENDED_BY_CTRL_C ? 0 : Sp.NOT_AS_IT_MUST_BE;
    }

    private synchronized Process start(Stack stack, Part part) throws IOException {
        if (ended) {
            throw new StackException("Interrupted.");
        }
        ProcessBuilder builder = new ProcessBuilder(command(stack, part))
                .directory(layout().checkout().toFile())
                .inheritIO();
        builder.environment().putAll(stack.environment(part));
        Process started = builder.start();
        maven = started;
        stack.runsByHand(part, started.pid());
        return started;
    }

    /** The service's own modules are built with it: nothing has to be installed in a Maven repository before. */
    private List<String> command(Stack stack, Part part) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                layout().checkout().resolve("mvnw").toString(),
                "-q",
                "-pl",
                part.label(),
                "-am",
                "compile",
                "quarkus:dev",
                "-Djvm.args=" + String.join(" ", compilerAccess())));
        stack.settings(part).forEach((name, value) -> command.add("-D" + name + "=" + value));
        return command;
    }

    /** Live reload compiles in the service's own JVM, which must let the checks of the build into the compiler too. */
    private List<String> compilerAccess() throws IOException {
        String options = Files.readString(layout().checkout().resolve(".mvn/jvm.config"));
        return Arrays.stream(options.strip().split("\\s+"))
                .filter(option -> !option.startsWith("-X"))
                .toList();
    }

    /** Comes from the end of this command and from Ctrl-C, perhaps from both; the first does it. */
    private synchronized void end(Stack stack, Part part) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (maven != null) {
                maven.destroy();
                maven.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stack.handBack(part, console().sayer());
    }
}
