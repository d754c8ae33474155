package org.secondperiod.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.bench.measure.Result;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class BenchCommandTest {

    private final StringWriter out = new StringWriter();

    @Test
    void whatFallsShortEndsWithOne() {
        assertThat(run(List.of(new Figure(true, true), new Figure(true, true)))).isZero();
        assertThat(run(List.of(new Figure(true, true), new Figure(false, true))))
                .isEqualTo(1);
    }

    @Test
    void aQuickRunFallsShortOfNothingButMustBeRight() {
        assertThat(run(List.of(new Figure(false, true)), "--quick")).isZero();
        assertThat(run(List.of(new Figure(false, false)), "--quick")).isEqualTo(1);
    }

    @Test
    void scriptsGetJson() {
        assertThat(run(List.of(new Figure(false, true)), "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"results\" : [").contains("\"reached\" : false");
    }

    @Test
    void theDeskIsOneOfTheMeasurements() {
        var bench = new CommandLine(new Bench());

        assertThat(bench.getSubcommands()).containsKey("desk");
        assertThat(bench.getSubcommands().get("desk").getUsageMessage()).contains("Chromium", "--desks", "--rounds");
        assertThat(bench.getUsageMessage())
                .contains(String.join("|", bench.getSubcommands().keySet()));
    }

    @Test
    void theReportsAreOneOfTheMeasurements() {
        var reports = new CommandLine(new Bench()).getSubcommands().get("reports");

        assertThat(reports.getUsageMessage()).contains("--students", "--days", "1000000", "180", "384 MiB");
    }

    private int run(List<Figure> figures, String... arguments) {
        return new CommandLine(new Measurement(figures))
                .setOut(new PrintWriter(out))
                .execute(arguments);
    }

    @Command(name = "measurement")
    private static final class Measurement extends BenchCommand {

        private final List<Figure> figures;

        Measurement(List<Figure> figures) {
            this.figures = figures;
        }

        @Override
        public Integer call() {
            return report(figures);
        }
    }

    private record Figure(boolean reached, boolean right) implements Result {

        @Override
        public List<String> lines() {
            return List.of("figure");
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("reached", reached);
        }

        @Override
        public boolean isReached() {
            return reached;
        }

        @Override
        public boolean isRight() {
            return right;
        }
    }
}
