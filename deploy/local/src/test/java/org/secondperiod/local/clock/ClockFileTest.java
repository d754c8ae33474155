package org.secondperiod.local.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockFileTest {

    private static final Instant REAL = Instant.parse("2026-11-24T23:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-11-25T12:30:00Z");

    @TempDir
    Path folder;

    private final HandClock real = new HandClock();
    private Path file = Path.of("");
    private ClockFile clock = new ClockFile(file);

    @BeforeEach
    void anEmptyFolder() {
        file = folder.resolve("clock.properties");
        clock = new ClockFile(file, real);
    }

    @Test
    void it_tells_the_real_time_until_it_is_set() {
        clock.createUnlessThere();
        real.now = REAL.plusSeconds(10);

        assertThat(clock.now()).isEqualTo(REAL.plusSeconds(10));
    }

    @Test
    void time_passes_at_the_speed_that_was_set() {
        clock.set(MORNING, 60);
        real.now = REAL.plusSeconds(10);

        assertThat(clock.now()).isEqualTo(MORNING.plus(Duration.ofMinutes(10)));
        assertThat(clock.realTimeUntil(MORNING.plus(Duration.ofMinutes(12)))).isEqualTo(Duration.ofSeconds(2));
        assertThat(clock.realTimeUntil(MORNING)).isZero();
    }

    @Test
    void a_change_of_pace_never_jumps() {
        clock.set(MORNING, 60);
        real.now = REAL.plusSeconds(10);
        clock.pace(1);
        real.now = REAL.plusSeconds(15);

        assertThat(clock.now()).isEqualTo(MORNING.plus(Duration.ofMinutes(10)).plusSeconds(5));
    }

    @Test
    void the_file_is_what_services_read() throws Exception {
        clock.set(MORNING, 60);

        assertThat(Files.readAllLines(file))
                .containsExactly("realAnchor=" + REAL, "simAnchor=" + MORNING, "speed=60.0");
    }

    @Test
    void a_file_that_cannot_be_understood_is_said() throws Exception {
        Files.writeString(file, "speed=fast");

        assertThat(clock.fault()).isNotEmpty();
    }

    private static final class HandClock extends Clock {

        private Instant now = REAL;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
