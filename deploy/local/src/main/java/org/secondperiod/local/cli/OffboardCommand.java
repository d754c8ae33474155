package org.secondperiod.local.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.offboarding.Certificate;
import org.secondperiod.local.offboarding.CertificateText;
import org.secondperiod.local.offboarding.OffBoarding;
import org.secondperiod.local.offboarding.OffBoarding.Plan;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "offboard",
        description = {
            "Ends the district of this stack for good: destroys every key, so that no name, number or note opens again.",
            "It says what it will do and waits for the district's id; a legal hold in force stops it. It ends with a"
                    + " certificate. Exit code 1 if anything still opens."
        })
final class OffboardCommand extends Verb {

    @Option(names = "--yes", description = "do not ask")
    boolean yes;

    @Option(names = "--to", paramLabel = "FILE", description = "the certificate, a new file; off-boarding-DISTRICT.txt")
    @Nullable
    Path to;

    @Option(
            names = "--take-back",
            description = "after it was broken off: serve the district again, while the keys are there")
    boolean takeBack;

    @Override
    public Integer call() {
        OffBoarding ending = new OffBoarding(layout(), console().sayer());
        if (takeBack) {
            ending.takeBack();
            return 0;
        }
        Path file = to == null ? Path.of("off-boarding-" + Stack.DISTRICT + ".txt") : to;
        Optional<Certificate> begun = ending.begun();
        if (begun.isPresent() && begun.get().finishedAt() != null) {
            CertificateText.of(begun.get()).forEach(console()::say);
            return code(begun.get());
        }
        if (Files.exists(file)) {
            throw new StackException("There is a file " + file + " already; name another one with --to.");
        }
        Certificate done = ending.finish(begun.orElseGet(() -> begin(ending)));
        List<String> text = CertificateText.of(done);
        write(file, text, Json.pretty(done));
        console().say();
        text.forEach(console()::say);
        console().say();
        console().say("This certificate is in " + file.toAbsolutePath() + ". Keep it elsewhere too.");
        return code(done);
    }

    private Certificate begin(OffBoarding ending) {
        Plan plan = ending.plan();
        console().say("This ends the district %s for good. It cannot be taken back.".formatted(Stack.DISTRICT));
        console().say("Keys that will be destroyed, by the first half of their SHA-256:");
        plan.keys().forEach(key -> console().say("  %-8s %s".formatted(key.id(), key.fingerprint())));
        if (!plan.rosters().isEmpty()) {
            console().say("Rosters in the clear that will be destroyed with them:");
            plan.rosters().forEach(roster -> console().say("  " + roster));
        }
        console()
                .say("Before: every service stops serving. Afterwards: all that lies sealed in databases and on topics,"
                        + " dead letters too, is tried again, and the stack is stopped.");
        console().say("Not done: databases and topics stay, with ids, codes and times in the clear.");
        console().say("What must be kept has to be exported before: ./sp export --all --to FOLDER");
        if (!yes) {
            confirm();
        }
        return ending.begin(plan);
    }

    private void confirm() {
        console().say("To go on, type the district's id:");
        try {
            String typed = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (typed == null || !typed.strip().equals(Stack.DISTRICT)) {
                throw new StackException("Nothing was done.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> text, String json) {
        try {
            Files.write(file, text, StandardOpenOption.CREATE_NEW);
            Files.writeString(file, "%n%s%n".formatted(json), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate cannot be written to " + file, e);
        }
    }

    private static int code(Certificate certificate) {
        return certificate.holds() ? 0 : Sp.FOUND_A_FAULT;
    }
}
