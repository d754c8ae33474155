package org.secondperiod.bench;

import java.util.Locale;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./sp bench}: what can be measured. */
@Command(
        name = "bench",
        description = {
            "How fast it is, beside a baseline in the same run, on a stack of its own that is gone afterwards.",
            "Exit code 1 when a figure falls short of its goal, or the machine was too unquiet to say."
        },
        synopsisSubcommandLabel = "ingest|join|morning|access|desk|reports|sizing",
        subcommands = {
            IngestCommand.class,
            JoinCommand.class,
            MorningCommand.class,
            AccessCommand.class,
            DeskCommand.class,
            ReportsCommand.class,
            SizingCommand.class
        })
public final class Bench implements Runnable {

    static final int FELL_SHORT = 1;
    private static final int NOT_AS_IT_MUST_BE = 3;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "what can be measured")
    boolean help;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        System.exit(new CommandLine(new Bench())
                .setExecutionExceptionHandler((fault, command, parsed) -> explained(fault, command))
                .execute(arguments));
    }

    private static int explained(Exception fault, CommandLine command) throws Exception {
        if (fault instanceof StackException || fault instanceof ApiException) {
            command.getErr().println(fault.getMessage());
            return NOT_AS_IT_MUST_BE;
        }
        throw fault;
    }
}
