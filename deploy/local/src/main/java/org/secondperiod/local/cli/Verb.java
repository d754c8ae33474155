package org.secondperiod.local.cli;

import java.util.concurrent.Callable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Layout;
import picocli.CommandLine.Option;

/** What every verb has: where the stack lives, a place to print, and {@code --help}. */
abstract class Verb implements Callable<Integer> {

    private final Layout layout = Layout.from(System.getenv());
    private final Console console = Console.standard();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "explain this verb")
    boolean help;

    Layout layout() {
        return layout;
    }

    Console console() {
        return console;
    }

    Api as(String name) {
        return Api.as(name, layout);
    }
}
