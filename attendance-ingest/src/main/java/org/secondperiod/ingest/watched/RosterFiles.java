package org.secondperiod.ingest.watched;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.rosters.ImportWishes;
import org.secondperiod.ingest.rosters.RosterImports;
import org.secondperiod.ingest.rosters.RosterImports.Upload;
import org.secondperiod.ingest.rosters.api.ImportViews;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.watched.db.LandedFile;
import org.secondperiod.ingest.watched.db.WatchedFiles;
import org.secondperiod.kit.time.Times;

/** Hands rosters to the imports, and asks later what became of them. */
@ApplicationScoped
class RosterFiles {

    /** A file of this name may drop as many students as it likes. */
    private static final String ALLOW_SHRINK = ".allow-shrink.zip";

    private static final int ERRORS_IN_REPORT = 1_000;

    private final Jdbi jdbi;
    private final RosterImports imports;
    private final ImportViews views;
    private final WatchedFiles files;
    private final Clock clock;

    RosterFiles(Jdbi jdbi, RosterImports imports, ImportViews views, WatchedFiles files, Clock clock) {
        this.jdbi = jdbi;
        this.imports = imports;
        this.views = views;
        this.files = files;
        this.clock = clock;
    }

    /** Accepts it, and remembers in the same transaction that it was. */
    void accept(LandedFile file, Path content) {
        boolean allowShrink = file.name().toLowerCase(Locale.ROOT).endsWith(ALLOW_SHRINK);
        jdbi.useTransaction(tx -> files.importing(
                tx,
                file,
                imports.accept(
                        tx,
                        new Upload(content, file.size(), ""),
                        file.name(),
                        LineFiles.SENDER.subject(),
                        new ImportWishes(false, allowShrink))));
    }

    /** What became of it; nothing while it is being imported. */
    Optional<FileReport> ended(LandedFile file, String importId) {
        return views.find(importId, ERRORS_IN_REPORT)
                .filter(found -> found.state() != ImportState.RUNNING)
                .map(found -> FileReport.of(file.name(), found, Times.now(clock)));
    }
}
