package org.secondperiod.kit.records;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long this district keeps what. A service does not start with a period that is none. */
@Startup
@ApplicationScoped
public class Retention {

    private final RecordClasses classes;
    private final Map<String, Keep> keep = new HashMap<>();
    private final ZoneId zone;

    Retention(
            RecordClasses classes,
            RetentionConfig config,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId zone) {
        this.classes = classes;
        this.zone = zone;
        MonthDay yearEnds = MonthDay.parse("--" + config.schoolYearEnds());
        for (RecordClass each : classes.all()) {
            if (each.usual() != null) {
                String text = config.keep().getOrDefault(each.name(), each.usual());
                keep.put(each.name(), Keep.of(text, yearEnds));
            }
        }
    }

    /** What this service holds. */
    public List<RecordClass> classes() {
        return classes.all();
    }

    /** How long records of this class are kept; empty where their age does not matter. */
    public Optional<Keep> keep(RecordClass of) {
        return Optional.ofNullable(keep.get(of.name()));
    }

    /** The first day of which everything of this class is kept, in the district's zone. */
    public LocalDate firstKept(String name, Instant now) {
        return keep.get(name).firstKept(LocalDate.ofInstant(now, zone));
    }

    /** The district's zone: a time is of its date there. */
    public ZoneId zone() {
        return zone;
    }
}
