package org.secondperiod.local.cli;

import picocli.CommandLine.Command;

@Command(name = "explain", description = "x")
final class ExplainCommand extends Verb {
    @Override
    public Integer call() {
        return 0;
    }
}
