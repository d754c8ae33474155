package org.secondperiod.ingest.rosters;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.secondperiod.ingest.rosters.oneroster.ArchiveLimits;

/** How rosters are taken. */
@ConfigMapping(prefix = "secondperiod.rosters")
public interface RostersConfig {

    /** Where an upload lies while it is received or read; it need not outlive the process. Default: the system's. */
    Optional<Path> workFolder();

    /** The largest upload, in bytes, packed; less than {@code quarkus.http.limits.max-body-size}. */
    @WithDefault("268435456")
    long maxUploadBytes();

    /** Files in one zip. OneRoster 1.2 has 22. */
    @WithDefault("64")
    int maxEntries();

    /** The largest size of all files together, in bytes, unpacked. */
    @WithDefault("17179869184")
    long maxUnpackedBytes();

    /** The largest ratio of unpacked to packed size. Rosters reach about 40; bombs begin in the hundreds. */
    @WithDefault("200")
    int maxRatio();

    /** From how many unpacked bytes of a file on its ratio is judged. */
    @WithDefault("16777216")
    long ratioFromBytes();

    /** Percent of a school's students that a bulk file may drop before it is refused. */
    @WithDefault("10")
    int shrinkPercent();

    /** Where a phone number without a country code is meant (ISO 3166). */
    @WithDefault("US")
    String phoneRegion();

    /** Rows per staging transaction. Two such chunks are in memory: 10,000 users take about 10 MB. */
    @WithDefault("10000")
    int stagingChunk();

    /** Students per transaction that tells of changes. */
    @WithDefault("2000")
    int chunk();

    /** How many such transactions work at once: one waits for the database while another thinks. */
    @WithDefault("2")
    int comparers();

    /** What one sort or hash table of an import may take in the database, in PostgreSQL's notation. */
    @WithDefault("64MB")
    String sortMemory();

    /** How many row problems of one import are kept; all are counted. */
    @WithDefault("20000")
    int maxProblems();

    /** How long a runner that went silent keeps an import before another may take it up. */
    @WithDefault("30s")
    Duration lease();

    /** How often a process looks for imports that somebody else left; its own uploads start at once. */
    @WithDefault("5s")
    Duration lookEvery();

    /** How long one statement of an import may take: merging a million students is one. */
    @WithDefault("30m")
    Duration longestStatement();

    /** How many times an import that kills its process is tried. */
    @WithDefault("3")
    int maxAttempts();

    /**
     * A folder where files land, by SFTP for instance: rosters, marks, attendance taken and known absences are taken from its
     * {@code in}, and moved to {@code done} or {@code failed} with a report beside them. Default: no folder is watched.
     */
    Optional<Path> watchedFolder();

    /** How often the folder is looked at; a file is taken once it was the same twice in a row. */
    @WithDefault("5s")
    Duration watchEvery();

    /** The limits of one archive. */
    default ArchiveLimits limits() {
        return new ArchiveLimits(maxEntries(), maxUnpackedBytes(), maxRatio(), ratioFromBytes());
    }
}
