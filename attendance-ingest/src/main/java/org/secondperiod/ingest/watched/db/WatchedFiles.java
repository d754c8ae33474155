package org.secondperiod.ingest.watched.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** What is known of files of the watched folder, for all replicas that watch it. */
@ApplicationScoped
public class WatchedFiles {

    /**
     * A file that was taken.
     *
     * @param importId of a roster
     * @param outcome done or failed, once it is known
     */
    public record Taken(
            @Nullable String importId,
            @Nullable String outcome,
            @Nullable String report) {}

    private final Jdbi jdbi;

    WatchedFiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Does the work unless another replica is at the same file; a replica that dies lets go of it. */
    public void alone(LandedFile file, Runnable work) {
        jdbi.useHandle(handle -> {
            if (lock(handle, "pg_try_advisory_lock", file)) {
                try {
                    work.run();
                } finally {
                    lock(handle, "pg_advisory_unlock", file);
                }
            }
        });
    }

    public Optional<Taken> find(LandedFile file) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT import_id, outcome, report FROM watched_file
                        WHERE name = :name AND size = :size AND modified = :modified""")
                .bind("name", file.name())
                .bind("size", file.size())
                .bind("modified", file.modified().atOffset(ZoneOffset.UTC))
                .map(ConstructorMapper.of(Taken.class))
                .findOne());
    }

    /** Remembers a roster that is being imported, in the transaction that accepts it. */
    public void importing(Handle tx, LandedFile file, String importId) {
        save(tx, file, new Taken(importId, null, null));
    }

    public void ended(LandedFile file, Taken taken) {
        jdbi.useHandle(handle -> save(handle, file, taken));
    }

    private static void save(Handle handle, LandedFile file, Taken taken) {
        handle.createUpdate("""
                        INSERT INTO watched_file (name, size, modified, import_id, outcome, report)
                        VALUES (:name, :size, :modified, :importId, :outcome, :report)
                        ON CONFLICT (name, size, modified) DO UPDATE SET import_id = excluded.import_id,
                            outcome = excluded.outcome, report = excluded.report""")
                .bind("name", file.name())
                .bind("size", file.size())
                .bind("modified", file.modified().atOffset(ZoneOffset.UTC))
                .bind("importId", taken.importId())
                .bind("outcome", taken.outcome())
                .bind("report", taken.report())
                .execute();
    }

    private static boolean lock(Handle handle, String function, LandedFile file) {
        return handle.createQuery("SELECT " + function + "(hashtextextended(:file, 0))")
                .bind("file", "watched_file|" + file.name())
                .mapTo(Boolean.class)
                .one();
    }
}
