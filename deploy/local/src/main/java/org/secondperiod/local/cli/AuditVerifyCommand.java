package org.secondperiod.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.audit.Chain;
import org.secondperiod.local.audit.Chains;
import org.secondperiod.local.installation.Installation;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "Reads the audit of every service row by row and works out each hash again. Exit code 1 where a chain is broken.",
            "Keep the ends of the chains on another machine: who rewrites a chain as a whole is found by nothing else."
        })
final class AuditVerifyCommand extends Verb {

    @Mixin
    Which which = new Which();

    @Option(names = "--keep", paramLabel = "FILE", description = "write the ends of the chains there")
    @Nullable
    Path keep;

    @Option(names = "--kept", paramLabel = "FILE", description = "ends of an earlier run, which must still stand")
    @Nullable
    Path kept;

    @Override
    public Integer call() {
        List<String> keptEnds = kept == null ? List.of() : read(kept);
        List<String> ends = new ArrayList<>();
        Installation installation = which.installation(layout());
        boolean holds = true;
        for (Part service : Part.services()) {
            if (service.database().isPresent()) {
                List<Chain> chains = verify(installation, service, keptEnds);
                chains.forEach(chain -> ends.add(service.label() + " " + chain.end()));
                holds &= chains.stream().allMatch(Chain::holds);
                print(service, chains);
            }
        }
        if (keep != null) {
            write(keep, ends);
        }
        return holds ? 0 : Sp.FOUND_A_FAULT;
    }

    private void print(Part service, List<Chain> chains) {
        List<Chain> broken = chains.stream().filter(chain -> !chain.holds()).toList();
        console()
                .say("%s: %,d rows in %d chains, %s"
                        .formatted(
                                service.label(),
                                chains.stream().mapToLong(Chain::place).sum(),
                                chains.size(),
                                broken.isEmpty()
                                        ? "all of which hold"
                                        : "of which %d are BROKEN".formatted(broken.size())));
        broken.forEach(chain -> console()
                .say("  chain %d: %s".formatted(chain.number(), chain.fault().orElseThrow())));
    }

    private static List<Chain> verify(Installation installation, Part service, List<String> keptEnds) {
        String prefix = service.label() + " ";
        List<String> own = keptEnds.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
        try (Connection database = installation.database(service).connect()) {
            return Chains.verify(database, own);
        } catch (SQLException e) {
            throw new StackException(
                    "The audit of %s cannot be read: %s. Is the stack up?".formatted(service.label(), e.getMessage()));
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
