package org.secondperiod.local.drills;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.secondperiod.local.stack.StackException;

/** What a drill has proved, and what it has not; each is said as it is found. */
public final class Proofs {

    /** How long what is waited for may take. */
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final int LOOK_EVERY_MILLIS = 250;

    /**
     * Something that must be so.
     *
     * @param found what was seen
     */
    public record Proof(String what, boolean holds, String found) {}

    private final List<Proof> all = new ArrayList<>();
    private final Consumer<String> say;

    /** @param say told one line when something happens */
    public Proofs(Consumer<String> say) {
        this.say = say;
    }

    void step(String what) {
        say.accept("");
        say.accept("> " + what);
    }

    void say(String what) {
        say.accept("  " + what);
    }

    void that(String what, boolean holds, String found) {
        all.add(new Proof(what, holds, found));
        say.accept("  %s %s: %s".formatted(holds ? "proved " : "FAILED ", what, found));
    }

    /** Nothing was found that must not be there. */
    void none(String what, List<String> wrong, String otherwise) {
        that(what, wrong.isEmpty(), wrong.isEmpty() ? otherwise : wrong.size() + " are not so: " + first(wrong));
    }

    private static String first(List<String> wrong) {
        return String.join("; ", wrong.subList(0, Math.min(3, wrong.size())));
    }

    /** Waits for something that must come, and says after how long it did. */
    boolean comes(String what, Callable<Boolean> isSo) {
        long begun = System.nanoTime();
        boolean so = isSo(isSo);
        while (!so && System.nanoTime() - begun < PATIENCE.toNanos()) {
            pause();
            so = isSo(isSo);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        that(what, so, so ? "after %.1f s".formatted(seconds) : "not within %d s".formatted(PATIENCE.toSeconds()));
        return so;
    }

    /** While something is away, whoever asks it fails; that is no answer. */
    private static boolean isSo(Callable<Boolean> question) {
        try {
            return question.call();
        } catch (Exception notNow) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    public List<Proof> all() {
        return List.copyOf(all);
    }

    /** Whether something was proved, and all of it holds. */
    public boolean hold() {
        return !all.isEmpty() && all.stream().allMatch(Proof::holds);
    }
}
