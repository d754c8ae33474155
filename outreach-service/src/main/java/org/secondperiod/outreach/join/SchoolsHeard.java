package org.secondperiod.outreach.join;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.time.Times;

/**
 * When each school was last heard from, for the metrics: by what this process has read since it began. Marks of one school are read by
 * several replicas, so that of several the least age is taken.
 */
@ApplicationScoped
public class SchoolsHeard {

    private static final double MILLIS = 1000.0;

    private enum Evidence {
        MARKS,
        TAKEN
    }

    private record Which(SchoolId school, Evidence evidence) {}

    private final Clock clock;
    private final MeterRegistry meters;
    private final ConcurrentMap<Which, Instant> last = new ConcurrentHashMap<>();
    private final Set<Which> shown = ConcurrentHashMap.newKeySet();

    SchoolsHeard(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    /** Notes what a batch has of each school. */
    public void note(Intake intake) {
        intake.marks().forEach(mark -> heard(mark.mark().school(), Evidence.MARKS, mark.recordedAt()));
        intake.submitted()
                .forEach(signal -> heard(
                        signal.at().school(), Evidence.TAKEN, signal.taken().takenAt()));
    }

    private void heard(SchoolId school, Evidence evidence, Instant at) {
        Which which = new Which(school, evidence);
        if (last.merge(which, at, SchoolsHeard::later).equals(at) && shown.add(which)) {
            show(which);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void show(Which which) {
        Gauge.builder("secondperiod.evidence.age", this, heard -> heard.age(which))
                .description("How long ago the newest that was heard of the school was recorded")
                .baseUnit("seconds")
                .tag("school", which.school().value())
                .tag("of", which.evidence().name())
                .register(meters);
    }

    private double age(Which which) {
        Instant at = last.get(which);
        return at == null
                ? Double.NaN
                : Math.max(0, Duration.between(at, Times.now(clock)).toMillis() / MILLIS);
    }
}
