package org.secondperiod.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.secondperiod.embedded.EmbeddedStackException;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./sp}: the verbs, and what an exit code means. */
@Command(
        name = "sp",
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            StatusCommand.class,
            ExplainCommand.class,
            AuditCommand.class,
            ExportCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            HistoryCommand.class,
            LogsCommand.class,
            DoctorCommand.class,
            KeysCommand.class,
            OffboardCommand.class,
            ReplayCommand.class,
            DrillCommand.class,
            ReportsCommand.class,
            DevCommand.class,
            StopCommand.class,
            SimulateCommand.class,
            HelpCommand.class
        })
public final class Sp implements Runnable {

    static final int FOUND_A_FAULT = 1;
    static final int NOT_UNDERSTOOD = 2;
    static final int NOT_AS_IT_MUST_BE = 3;

    private Sp() {}

    @Override
    public void run() {
        Console.standard().say(help());
    }

    /** The page that {@code ./sp help} prints, too. */
    static String help() {
        try (InputStream in = Objects.requireNonNull(Sp.class.getResourceAsStream("/sp-help.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ENGLISH);
        try {
            Layout.from(System.getenv());
        } catch (StackException e) {
            System.err.println(e.getMessage());
            System.exit(NOT_UNDERSTOOD);
        }
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Sp())
                .setUnmatchedOptionsArePositionalParams(false)
                .setParameterExceptionHandler(Sp::notUnderstood)
                .setExecutionExceptionHandler((fault, command, parsed) -> explained(fault, command));
    }

    private static int notUnderstood(CommandLine.ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        if (command.getParent() == null) {
            command.getErr().println(noSuchVerb(fault));
        } else {
            command.getErr().println(fault.getMessage());
            command.usage(command.getErr());
        }
        return NOT_UNDERSTOOD;
    }

    private static String noSuchVerb(CommandLine.ParameterException fault) {
        if (!(fault instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return fault.getMessage() + " ./sp help lists the verbs.";
        }
        String verb = unmatched.getUnmatched().getFirst();
        List<String> alike = unmatched.getSuggestions().stream()
                .filter(known -> !verb.isEmpty() && known.charAt(0) == verb.charAt(0))
                .toList();
        return "There is no verb %s.%s ./sp help lists the verbs."
                .formatted(verb, alike.isEmpty() ? "" : " Did you mean " + String.join(" or ", alike) + "?");
    }

    private static int explained(Exception fault, CommandLine command) {
        if (fault instanceof StackException
                || fault instanceof ApiException
                || fault instanceof EmbeddedStackException) {
            command.getErr().println(fault.getMessage());
        } else {
            fault.printStackTrace(command.getErr());
        }
        return NOT_AS_IT_MUST_BE;
    }
}
