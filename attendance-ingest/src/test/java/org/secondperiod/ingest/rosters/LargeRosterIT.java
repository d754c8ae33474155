package org.secondperiod.ingest.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.ImportStore;
import org.secondperiod.kit.testing.StackTestResource;

/**
 * Shows that memory does not grow with the roster: run with {@code _JAVA_OPTIONS=-Xmx256m} in the environment, with any
 * {@code -Dusers}.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LargeRosterIT {

    private static final Logger LOG = Logger.getLogger(LargeRosterIT.class);
    private static final int USERS = Integer.getInteger("users", 200_000);

    @Inject
    Jdbi jdbi;

    @Inject
    RosterImports imports;

    @Inject
    ImportStore store;

    @TempDir
    Path folder;

    @Test
    void a_large_roster_is_imported_and_again_tells_nothing() throws IOException {
        LargeRoster roster = new LargeRoster(USERS);
        Path file = folder.resolve("large.zip");
        roster.write(file);

        ImportRow first = imported(file);
        ImportRow again = imported(file);

        assertThat(first.studentsTold()).isEqualTo(roster.students());
        assertThat(again.studentsTold()).isZero();
        assertThat(again.studentsDone()).isEqualTo(roster.students());
    }

    private ImportRow imported(Path file) throws IOException {
        long bytes = Files.size(file);
        long began = System.nanoTime();
        String importId = jdbi.inTransaction(tx -> imports.accept(
                tx, new RosterImports.Upload(file, bytes, "sha"), "large.zip", "test", new ImportWishes(false, false)));
        ImportRow ended = await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> store.find(importId).orElseThrow(), row -> row.state() != ImportState.RUNNING);
        assertThat(ended.state()).as(ended.reason()).isEqualTo(ImportState.DONE);
        LOG.infof(
                "%d rows (%d bytes packed), %d students told, in %d s; heap at most %d MB, peak used %d MB",
                ended.rowsRead(),
                bytes,
                ended.studentsTold(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                Runtime.getRuntime().maxMemory() >> 20,
                peakHeap() >> 20);
        return ended;
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
