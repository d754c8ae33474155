package org.secondperiod.local.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.drills.DrillRun;
import org.secondperiod.local.drills.Drills;
import org.secondperiod.local.drills.Proofs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "drill",
        description = {
            "Rehearses what a runbook says, on a district of its own beside the stack that is here (state in .sp/drill, ports"
                    + " moved by 1000), and proves that it works. Without a name it lists the drills.",
            "Exit code 1 when a proof fails."
        })
final class DrillCommand extends Verb {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DRILL", arity = "0..1", description = "one of them; ./sp drill lists them")
    @Nullable
    String name;

    @Override
    public Integer call() {
        if (name == null) {
            Drills.byLabel().forEach((label, drill) -> console().say("%-16s %s".formatted(label, drill.rehearses())));
            return 0;
        }
        Drills which = Drills.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no drill %s, only %s."
                                .formatted(
                                        name, String.join(", ", Drills.byLabel().keySet()))));
        console().say("Drill %s: %s.".formatted(which.label(), which.rehearses()));
        return report(which, DrillRun.of(which, layout(), console().sayer(), new ConsoleProgress(console())));
    }

    private int report(Drills which, Proofs proofs) {
        List<Proofs.Proof> failed =
                proofs.all().stream().filter(proof -> !proof.holds()).toList();
        console().say();
        failed.forEach(proof -> console().say("FAILED  %s: %s".formatted(proof.what(), proof.found())));
        console()
                .say("Drill %s: %d of %d proofs hold."
                        .formatted(
                                which.label(),
                                proofs.all().size() - failed.size(),
                                proofs.all().size()));
        return proofs.hold() ? 0 : Sp.FOUND_A_FAULT;
    }
}
