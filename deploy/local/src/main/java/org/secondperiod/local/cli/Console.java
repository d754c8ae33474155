package org.secondperiod.local.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What is printed. On a terminal a progress line replaces the one before it; elsewhere lines are plain and few. */
public final class Console {

    private final PrintStream out;
    private final boolean terminal;
    private int shown;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Standard output; {@code ./sp} knows whether it is a terminal and says so in {@code SP_TERMINAL}. */
    static Console standard() {
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8), "1".equals(System.getenv("SP_TERMINAL")));
    }

    public boolean isTerminal() {
        return terminal;
    }

    public synchronized void say(String line) {
        clear();
        out.println(line);
    }

    public void say() {
        say("");
    }

    /** A line that the next one replaces on a terminal; elsewhere nothing. */
    public synchronized void passing(String line) {
        if (terminal) {
            clear();
            out.print(line);
            out.flush();
            shown = line.length();
        }
    }

    Consumer<String> sayer() {
        return this::say;
    }

    private void clear() {
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            shown = 0;
        }
    }
}
