package org.secondperiod.local.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.secondperiod.local.stack.DetachedProcess;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** Ends parts of a drill's stack as {@code kill -9} does: at once, and without a word. */
final class Kill {

    private static final int SECONDS = 20;

    private Kill() {}

    static void part(Layout layout, Part part) {
        if (part == Part.POSTGRES) {
            postmaster(layout);
        }
        DetachedProcess.find(layout.pidFile(part)).ifPresent(process -> pid(process.pid()));
    }

    /** The server itself; its holder is another process. */
    private static void postmaster(Layout layout) {
        Path file = layout.state().resolve("postgres").resolve("postmaster.pid");
        try {
            if (Files.exists(file)) {
                pid(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
            }
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static void pid(long pid) {
        ProcessHandle.of(pid).ifPresent(process -> {
            process.destroyForcibly();
            try {
                process.onExit().get(SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new StackException("Process " + pid + " does not end", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackException("Interrupted.", e);
            }
        });
    }
}
