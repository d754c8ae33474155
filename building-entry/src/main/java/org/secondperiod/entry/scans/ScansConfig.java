package org.secondperiod.entry.scans;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which scans are taken. */
@ConfigMapping(prefix = "secondperiod.scans")
public interface ScansConfig {

    /** How old a scan may be when it comes; an older one is refused with that reason. Default 30 days. */
    @WithDefault("P30D")
    Duration oldest();

    /** How far ahead of our clock a scan may be before it is flagged. Default 5 minutes. */
    @WithDefault("PT5M")
    Duration ahead();

    /**
     * How long the ids of scans are remembered. Longer than {@link #oldest()}, since an older scan is refused anyway.
     * Default 40 days.
     */
    @WithDefault("P40D")
    Duration rememberIds();

    /**
     * How long after it happened a scan waits for its badge or its reader to become known. What is later than late uploads may be
     * is of no use to anybody. Default 30 days.
     */
    @WithDefault("P30D")
    Duration waitAtMost();

    /** As a policy. */
    default ScanPolicy policy() {
        return new ScanPolicy(oldest(), ahead());
    }
}
