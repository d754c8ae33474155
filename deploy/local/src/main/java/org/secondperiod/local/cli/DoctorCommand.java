package org.secondperiod.local.cli;

import java.util.List;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.doctor.Doctor;
import org.secondperiod.local.doctor.Finding;
import org.secondperiod.local.doctor.Finding.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = "Looks for what is wrong and says how to mend it. Exit code 1 when something does not work.")
final class DoctorCommand extends Verb {

    @Mixin
    Which which = new Which();

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        List<Finding> findings = new Doctor(which.installation(layout())).examine();
        if (json) {
            console().say(Json.pretty(findings));
        } else {
            findings.forEach(this::print);
        }
        return findings.stream().anyMatch(finding -> finding.level() == Level.FAULT) ? Sp.FOUND_A_FAULT : 0;
    }

    private void print(Finding finding) {
        String sign =
                switch (finding.level()) {
                    case GOOD -> "good  ";
                    case LEFT_OUT -> "-     ";
                    case NOTICE -> "look  ";
                    case FAULT -> "FAULT ";
                };
        console().say("%s %-22s %s".formatted(sign, finding.about(), finding.saw()));
        if (!finding.mend().isEmpty()) {
            console().say("       %-22s -> %s".formatted("", finding.mend()));
        }
    }
}
