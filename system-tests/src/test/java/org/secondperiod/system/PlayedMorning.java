package org.secondperiod.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The demo's morning, played once for all who look at it; the stack ends with the last of them. */
public final class PlayedMorning implements BeforeAllCallback {

    private static Played played;

    /**
     * What was played.
     *
     * @param demo what {@code ./sp demo} said
     * @param day the school day
     */
    public record Played(OwnStack stack, SpProcess.Result demo, LocalDate day) implements AutoCloseable {
        @Override
        public void close() {
            stack.close();
        }
    }

    /** The morning, after a test class that is extended with this has begun. */
    public static Played morning() {
        return played;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        played = context.getRoot()
                .getStore(Namespace.create(PlayedMorning.class))
                .getOrComputeIfAbsent("played", key -> play(), Played.class);
    }

    private static Played play() {
        var stack = new OwnStack("demo-morning");
        try {
            var demo = stack.sp().run(Duration.ofMinutes(9), "demo", "--speed", "100");
            if (!Files.exists(stack.layout().playedDaysFile())) {
                throw new AssertionError(
                        "./sp demo ended with %d and played nothing:%n%s".formatted(demo.exitCode(), demo.output()));
            }
            var day = LocalDate.parse(Files.readAllLines(stack.layout().playedDaysFile())
                    .getLast()
                    .strip());
            return new Played(stack, demo, day);
        } catch (IOException e) {
            stack.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }
}
