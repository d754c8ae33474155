package org.secondperiod.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedClockTest {

    private static final Instant REAL = Instant.parse("2026-11-24T20:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-10-14T11:30:00Z");

    @TempDir
    Path folder;

    @Test
    void runsAsFastAsItsFileSays() {
        // Given a morning at 60 times the speed
        var real = new StandingClock(REAL);
        var file = folder.resolve("clock.properties");
        SimulatedClock.write(file, REAL, MORNING, 60);
        var clock = new SimulatedClock(file, real);

        // When ten real seconds pass
        real.now = REAL.plusSeconds(10);

        // Then ten minutes have passed
        assertThat(clock.instant()).isEqualTo(MORNING.plus(Duration.ofMinutes(10)));
    }

    @Test
    void aChangedFileTakesEffect() {
        var real = new StandingClock(REAL);
        var file = folder.resolve("clock.properties");
        SimulatedClock.write(file, REAL, MORNING, 60);
        var clock = new SimulatedClock(file, real);

        // When it is stopped at nine
        var nine = Instant.parse("2026-10-14T13:00:00Z");
        SimulatedClock.write(file, REAL, nine, 0);
        real.now = REAL.plusSeconds(1);

        assertThat(clock.instant()).isEqualTo(nine);
    }

    @Test
    void aFileThatGoesAwayChangesNothing() throws IOException {
        var real = new StandingClock(REAL);
        var file = folder.resolve("clock.properties");
        SimulatedClock.write(file, REAL, MORNING, 1);
        var clock = new SimulatedClock(file, real);

        Files.delete(file);
        real.now = REAL.plusSeconds(5);

        assertThat(clock.instant()).isEqualTo(MORNING.plusSeconds(5));
    }

    @Test
    void aFileThatIsNotThereAtStartIsNamed() {
        var missing = folder.resolve("none.properties");

        assertThatThrownBy(() -> new SimulatedClock(missing, Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none.properties");
    }

    private static final class StandingClock extends Clock {

        private Instant now;

        StandingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
