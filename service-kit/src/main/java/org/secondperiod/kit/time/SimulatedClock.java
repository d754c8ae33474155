package org.secondperiod.kit.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;

/**
 * A clock that several processes share through a file, so that a school morning can be played at speed, at any hour.
 *
 * <p>The file is a properties file with {@code realAnchor} and {@code simAnchor} (ISO instants) and {@code speed}: now =
 * simAnchor + (real - realAnchor) * speed. A changed file takes effect within a quarter of a second; while it cannot be
 * read, the last good settings hold.
 */
public final class SimulatedClock extends Clock {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Path file;
    private final Clock real;
    private volatile Settings settings;

    private record Settings(Instant realAnchor, Instant simAnchor, double speed, Instant lookedAt) {

        Instant at(Instant real) {
            var elapsed = Duration.between(realAnchor, real).toNanos() * speed;
            return simAnchor.plusNanos((long) elapsed);
        }
    }

    /**
     * @param file where the settings are
     * @param real the clock that drives this one
     * @throws IllegalStateException if the file cannot be read
     */
    public SimulatedClock(Path file, Clock real) {
        this.file = file;
        this.real = real;
        try {
            this.settings = read();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "The simulated clock's file %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public Instant instant() {
        var now = real.instant();
        if (Duration.between(settings.lookedAt, now).compareTo(LOOK_EVERY) > 0) {
            refresh(now);
        }
        return settings.at(now);
    }

    private synchronized void refresh(Instant now) {
        try {
            settings = read();
        } catch (IOException | RuntimeException e) {
            var last = settings;
            settings = new Settings(last.realAnchor, last.simAnchor, last.speed, now);
        }
    }

    private Settings read() throws IOException {
        var properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return new Settings(
                Instant.parse(properties.getProperty("realAnchor")),
                Instant.parse(properties.getProperty("simAnchor")),
                Double.parseDouble(properties.getProperty("speed")),
                real.instant());
    }

    /** Writes the file as a whole, so that no reader ever sees half of it. */
    public static void write(Path file, Instant realAnchor, Instant simAnchor, double speed) {
        try {
            var parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent);
            var fresh = Files.createTempFile(parent, "clock", ".properties");
            Files.writeString(fresh, "realAnchor=%s%nsimAnchor=%s%nspeed=%s%n".formatted(realAnchor, simAnchor, speed));
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock tells UTC; put a zone on the instant");
    }
}
