package org.secondperiod.outreach.mandatedreports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this district tells who suspects abuse, and whether reports are noted here. The defaults are New York State's. */
@ConfigMapping(prefix = "secondperiod.mandated-reporting")
public interface MandatedReportsConfig {

    /** The register's number for those who must report. */
    @WithDefault("1-800-635-1522")
    String hotline();

    /** The register's number for everybody else. */
    @WithDefault("1-800-342-3720")
    String hotlineForOthers();

    /** Whom to call when a child is in danger at this moment. */
    @WithDefault("911")
    String emergency();

    /** The written report that follows. */
    @WithDefault("LDSS-2221A")
    String form();

    /** Within what time after the call it is sent. Default 48 hours. */
    @WithDefault("PT48H")
    Duration writtenWithin();

    /** Who is told after the call. */
    @WithDefault("the principal, or whom the principal has named for it")
    String inCharge();

    /** The same by school, by its id. */
    Map<String, String> inChargeAt();

    /** What to do, step by step, instead of the usual steps ({@link Guidance}). Each may name what is above in braces. */
    Optional<List<String>> steps();

    /** Whether it may be noted here that a report was made. Default no: nothing is held. */
    @WithDefault("false")
    boolean notes();
}
