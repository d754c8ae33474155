package org.secondperiod.outreach.dialling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** When families are called. */
@ConfigMapping(prefix = "secondperiod.outreach.permitted-hours")
public interface DiallingConfig {

    /** No call before, by the clock of the school. Default 08:00. */
    @WithDefault("08:00")
    LocalTime from();

    /** No call from then on. Default 21:00. */
    @WithDefault("21:00")
    LocalTime until();

    /** Both. */
    default PermittedHours hours() {
        return new PermittedHours(from(), until());
    }
}
