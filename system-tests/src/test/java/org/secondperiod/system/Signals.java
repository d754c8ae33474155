package org.secondperiod.system;

import org.secondperiod.bench.stack.BenchStack;

/** Stops a process where it is, and lets it go on. */
public final class Signals {

    private Signals() {}

    /** It stands still in the middle of whatever it does, and does not know it (SIGSTOP). */
    public static void freeze(Process process) {
        BenchStack.signal(process.pid(), "-STOP");
    }

    /** It goes on as if nothing had been (SIGCONT). */
    public static void thaw(Process process) {
        BenchStack.signal(process.pid(), "-CONT");
    }
}
