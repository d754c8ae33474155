package org.secondperiod.local.cli;

import java.time.Duration;

/** How far long work has come: rate, estimate of what is left, and rejects. */
public final class Progress {

    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);

    private final Console console;
    private final String what;
    private final long total;
    private final boolean isWaiting;
    private final long begun = System.nanoTime();
    private long done;
    private long rejected;
    private long lastPlain = begun;
    private long saidAt = -1;

    /** @param total 0 where it is not known beforehand */
    Progress(Console console, String what, long total) {
        this(console, what, total, false);
    }

    private Progress(Console console, String what, long total, boolean isWaiting) {
        this.console = console;
        this.what = what;
        this.total = total;
        this.isWaiting = isWaiting;
    }

    /** Of what others do: neither a rate nor rejects are told. */
    static Progress waiting(Console console, String what, long total) {
        return new Progress(console, what, total, true);
    }

    /** Counts rows that went through and rows that were refused. */
    public synchronized void add(long through, long refused) {
        done += through + refused;
        rejected += refused;
        if (console.isTerminal()) {
            console.passing(line());
        } else if (done != saidAt && System.nanoTime() - lastPlain > PLAIN_EVERY.toNanos()) {
            lastPlain = System.nanoTime();
            saidAt = done;
            console.say(line());
        }
    }

    /** Says how it ended. */
    public synchronized void finish() {
        if (console.isTerminal() || done != saidAt) {
            console.say(line());
        }
    }

    private String line() {
        String of = total > 0 ? " of %,d".formatted(total) : "";
        if (isWaiting) {
            return "%s: %,d%s".formatted(what, done, of);
        }
        double seconds = Math.max(0.001, (System.nanoTime() - begun) / 1e9);
        long rate = Math.round(done / seconds);
        String left =
                done > 0 && done < total ? ", %d s left".formatted(Math.round((total - done) * seconds / done)) : "";
        return "%s: %,d%s, %,d a second%s, %,d rejected".formatted(what, done, of, rate, left, rejected);
    }
}
