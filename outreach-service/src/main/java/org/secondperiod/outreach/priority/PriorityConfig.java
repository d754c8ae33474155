package org.secondperiod.outreach.priority;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Who is called first, as far as the district says it. */
@ConfigMapping(prefix = "secondperiod.outreach.priority")
public interface PriorityConfig {

    /** The grades that are called first for their age. Default: before kindergarten to the second grade. */
    @WithDefault("PK,K,1,2")
    Set<String> youngestGrades();
}
