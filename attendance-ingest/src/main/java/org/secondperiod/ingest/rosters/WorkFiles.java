package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold an upload for a while. The JDK creates temporary files so that only this process's user can read them. */
@ApplicationScoped
public class WorkFiles {

    private final RostersConfig config;

    WorkFiles(RostersConfig config) {
        this.config = config;
    }

    /** An empty one; whoever asks deletes it. */
    public Path create() {
        try {
            if (config.workFolder().isPresent()) {
                Path folder = Files.createDirectories(config.workFolder().get());
                return Files.createTempFile(folder, "roster-", ".zip");
            }
            return Files.createTempFile("roster-", ".zip");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
