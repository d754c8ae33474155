package org.secondperiod.bench;

import java.util.ArrayList;
import java.util.List;
import org.secondperiod.bench.access.AccessBench;
import org.secondperiod.bench.access.Question;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "access",
        description = {
            "Callers who read lists of tasks and students' days over HTTP, with the audit (goal: at most 1.15 of the time) and with"
                    + " row-level",
            "security (1.10), and the join with row-level security (1.10), each beside the same without; and how soon the audit says whose data somebody saw, over a year of rows (goal: 3 seconds)."
        })
final class AccessCommand extends BenchCommand {

    @Option(names = "--students", paramLabel = "N", description = "of the district (default: ${DEFAULT-VALUE})")
    int students = 20_000;

    @Option(names = "--requests", paramLabel = "N", description = "of a round (default: ${DEFAULT-VALUE})")
    int requests = 2_000;

    @Option(
            names = "--audit-rows",
            paramLabel = "N",
            description = "a year of 100 people who look 110 times a day is two million (default: ${DEFAULT-VALUE})")
    int auditRows = 2_000_000;

    @Option(
            names = "--questions",
            split = ",",
            paramLabel = "QUESTION",
            description = "only these, of ${COMPLETION-CANDIDATES}")
    List<Question> questions = new ArrayList<>(List.of(Question.values()));

    @Override
    public Integer call() {
        return report(new AccessBench(blocks(), size(students), size(requests), size(auditRows), !quick, sayer())
                .run(questions));
    }
}
