package org.secondperiod.local.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "help", description = "The list of verbs, or one verb's own page.")
final class HelpCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "VERB", description = "the verb to explain")
    @Nullable
    String verb;

    @Override
    public Integer call() {
        CommandLine sp = Sp.commandLine();
        if (verb == null) {
            return sp.execute();
        }
        return sp.execute(verb, "--help");
    }
}
