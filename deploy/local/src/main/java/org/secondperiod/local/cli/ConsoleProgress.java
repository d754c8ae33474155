package org.secondperiod.local.cli;

import org.jspecify.annotations.Nullable;
import org.secondperiod.local.city.ProgressListener;

/** Shows the long work of one step after the other. */
final class ConsoleProgress implements ProgressListener {

    private final Console console;
    private @Nullable Progress current;

    ConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public void begins(String what, long total) {
        current = new Progress(console, what, total);
    }

    @Override
    public void waits(String what, long total) {
        current = Progress.waiting(console, what, total);
    }

    @Override
    public void advanced(long through, long rejected) {
        Progress now = current;
        if (now != null) {
            now.add(through, rejected);
        }
    }

    @Override
    public void ended() {
        Progress now = current;
        if (now != null) {
            now.finish();
        }
    }
}
