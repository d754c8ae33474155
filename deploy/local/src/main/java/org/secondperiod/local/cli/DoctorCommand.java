package org.secondperiod.local.cli;

import picocli.CommandLine.Command;

@Command(name = "doctor", description = "x")
final class DoctorCommand extends Verb {
    @Override
    public Integer call() {
        return 0;
    }
}
