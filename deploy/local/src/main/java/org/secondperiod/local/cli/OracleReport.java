package org.secondperiod.local.cli;

import org.secondperiod.local.oracle.StackCheck;

/** Prints what the oracle, asked about everybody, has found. */
final class OracleReport {

    private static final int SHOWN = 20;

    private final Console console;

    OracleReport(Console console) {
        this.console = console;
    }

    /** @return whether both say the same of everybody */
    boolean print(StackCheck.Result result) {
        long differing = result.differences().size();
        console.say();
        for (var one : result.differences().subList(0, (int) Math.min(SHOWN, differing))) {
            console.say("%s at %s".formatted(one.studentId(), one.schoolId()));
            console.say("  the oracle says   %s".formatted(one.expected()));
            console.say("  what is stored    %s".formatted(one.stored() == null ? "nothing" : one.stored()));
        }
        if (differing > SHOWN) {
            console.say("... and %,d more".formatted(differing - SHOWN));
        }
        console.say("%,d of %,d students are as the oracle says, by %,d facts."
                .formatted(result.students() - differing, result.students(), result.facts()));
        return differing == 0 && result.students() > 0;
    }
}
