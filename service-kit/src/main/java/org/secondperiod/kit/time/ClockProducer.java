package org.secondperiod.kit.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the clock that everything else is given. */
@Singleton
class ClockProducer {

    /**
     * @param file {@code secondperiod.clock.file}: a simulated clock's settings; without it, the system's clock
     */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock(@ConfigProperty(name = "secondperiod.clock.file") Optional<Path> file) {
        return file.<Clock>map(path -> new SimulatedClock(path, Clock.systemUTC()))
                .orElseGet(Clock::systemUTC);
    }
}
