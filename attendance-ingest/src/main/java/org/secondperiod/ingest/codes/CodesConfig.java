package org.secondperiod.ingest.codes;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where codes may come from besides the API. */
@ConfigMapping(prefix = "secondperiod.codes")
interface CodesConfig {

    /**
     * A CSV file with the columns {@code schoolId} (empty: the district), {@code code}, {@code category} and {@code reason},
     * read at start. Default: none. A set given over the API wins over the file's.
     */
    Optional<Path> file();
}
