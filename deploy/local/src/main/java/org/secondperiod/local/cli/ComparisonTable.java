package org.secondperiod.local.cli;

import java.util.List;
import org.secondperiod.local.city.Comparison;
import org.secondperiod.local.city.SchoolFigures;

/** Prints figures beside figures: all schools when they are few, else those that differ. */
final class ComparisonTable {

    private static final int FEW = 20;

    private final Console console;

    ComparisonTable(Console console) {
        this.console = console;
    }

    /** @return whether all figures are equal */
    boolean print(List<Comparison> compared) {
        List<Comparison> differing =
                compared.stream().filter(one -> !one.equal()).toList();
        console.say();
        console.say("%-10s %24s %24s".formatted("", "the city's figures", "what the system says"));
        console.say("%-10s %6s %5s %6s %4s   %6s %5s %6s %4s"
                .formatted("school", "enr.", "abs.", "pres.", "rel.", "enr.", "abs.", "pres.", "rel."));
        for (Comparison one : compared.size() <= FEW ? compared : differing) {
            console.say("%-10s %s   %s   %s"
                    .formatted(
                            one.city().schoolId(),
                            figures(one.city()),
                            figures(one.system()),
                            one.equal() ? "equal" : "DIFFERENT"));
        }
        console.say("%,d of %,d schools are equal in every figure."
                .formatted(compared.size() - differing.size(), compared.size()));
        return differing.isEmpty();
    }

    private static String figures(SchoolFigures figures) {
        return "%6d %5d %6d %4d".formatted(figures.enrolled(), figures.absent(), figures.present(), figures.released());
    }
}
