package org.secondperiod.entry.readerkeys;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is accepted of requests that readers sign. */
@ConfigMapping(prefix = "secondperiod.reader-keys")
public interface ReaderKeysConfig {

    /** How far from the machine's clock the moment of a signature may be, either way. Default 5 minutes. */
    @WithDefault("PT5M")
    Duration window();

    /** The largest body that may be signed, in bytes: it is held in memory until it is verified. Default 1 MiB. */
    @WithDefault("1M")
    MemorySize maxBytes();
}
