package org.secondperiod.system;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Stops a process where it is, and lets it go on. */
public final class Signals {

    private Signals() {}

    /** It stands still in the middle of whatever it does, and does not know it (SIGSTOP). */
    public static void freeze(Process process) {
        send(process, "-STOP");
    }

    /** It goes on as if nothing had been (SIGCONT). */
    public static void thaw(Process process) {
        send(process, "-CONT");
    }

    private static void send(Process process, String signal) {
        try {
            var status = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new AssertionError("kill %s %d: %d".formatted(signal, process.pid(), status));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
