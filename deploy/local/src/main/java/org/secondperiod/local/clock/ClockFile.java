package org.secondperiod.local.clock;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

/**
 * The file that tells all services what time it is: now = {@code simAnchor} + (real - {@code realAnchor}) *
 * {@code speed}.
 */
public final class ClockFile {

    private final Path file;
    private final Clock real;

    public ClockFile(Path file) {
        this(file, Clock.systemUTC());
    }

    ClockFile(Path file, Clock real) {
        this.file = file;
        this.real = real;
    }

    /** Makes a file that tells the real time, unless there is one. */
    public void createUnlessThere() {
        if (!Files.exists(file)) {
            set(real.instant(), 1);
        }
    }

    /** From now on it is {@code simulated}, and time passes {@code speed} times as fast as in reality. */
    public void set(Instant simulated, double speed) {
        write(new Setting(real.instant(), simulated, speed));
    }

    /** Time goes on from where it is, at another speed. */
    public void pace(double speed) {
        set(now(), speed);
    }

    public Instant now() {
        return read().at(real.instant());
    }

    /** How long, in reality, until the clock shows {@code instant}; zero when it already does. */
    public Duration realTimeUntil(Instant instant) {
        Setting setting = read();
        Duration left = Duration.between(setting.at(real.instant()), instant);
        return left.isNegative() ? Duration.ZERO : Duration.ofNanos((long) (left.toNanos() / setting.speed()));
    }

    /** Whether the file is there and can be understood; otherwise what is wrong with it. */
    public String fault() {
        try {
            read();
            return "";
        } catch (UncheckedIOException | IllegalArgumentException | DateTimeParseException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private Setting read() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be read", e);
        }
        return Setting.from(properties);
    }

    private void write(Setting setting) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "clock", ".tmp");
            Files.writeString(fresh, setting.text());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The clock file " + file + " cannot be written", e);
        }
    }

    private record Setting(Instant realAnchor, Instant simAnchor, double speed) {

        static Setting from(Properties properties) {
            return new Setting(
                    Instant.parse(properties.getProperty("realAnchor", "")),
                    Instant.parse(properties.getProperty("simAnchor", "")),
                    Double.parseDouble(properties.getProperty("speed", "")));
        }

        Instant at(Instant realNow) {
            return simAnchor.plusNanos(
                    (long) (Duration.between(realAnchor, realNow).toNanos() * speed));
        }

        String text() {
            return "realAnchor=%s%nsimAnchor=%s%nspeed=%s%n".formatted(realAnchor, simAnchor, speed);
        }
    }
}
