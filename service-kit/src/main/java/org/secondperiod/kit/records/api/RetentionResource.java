package org.secondperiod.kit.records.api;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.records.Keep;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.Retention;
import org.secondperiod.kit.records.db.PurgeStore;
import org.secondperiod.kit.records.db.PurgeStore.Last;
import org.secondperiod.kit.time.Times;

/** How long what is kept here. Not there in a service that has no database. */
@UnlessBuildProperty(name = "secondperiod.audit.endpoint", stringValue = "none", enableIfMissing = true)
@Path("/v1/retention")
@Tag(name = "Records", description = "What is held of students, and how long; for the role admin at the whole district")
public class RetentionResource {

    private final Jdbi jdbi;
    private final Clock clock;
    private final Access access;
    private final Retention retention;
    private final PurgeStore purges;

    RetentionResource(Jdbi jdbi, Clock clock, Access access, Retention retention, PurgeStore purges) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.access = access;
        this.retention = retention;
        this.purges = purges;
    }

    /**
     * A class of record.
     *
     * @param keep a number of days, or following-school-year; none where age does not end it
     * @param days the same in days as of today; none where age does not end it
     * @param firstKept records of an earlier day are purged
     * @param oldest the day of the oldest record that is there; of what people note for themselves neither this nor what was purged
     */
    public record Kept(
            String recordClass,
            String holds,
            @Nullable String keep,
            @Nullable Long days,
            @Nullable LocalDate firstKept,
            @Nullable LocalDate oldest,
            @Nullable LastPurge lastPurge) {}

    /** When the class was purged last, and how many records were too old then. */
    public record LastPurge(Instant at, long records) {}

    @GET
    @NotAudited("it counts, and tells of nobody")
    @Operation(
            operationId = "listRetention",
            summary = "How long each class of record is kept here, how old the oldest is, and when it was purged last")
    public List<Kept> retention() {
        access.as("admin").everywhere();
        Instant now = Times.now(clock);
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            return retention.classes().stream().map(each -> kept(tx, each, now)).toList();
        });
    }

    private Kept kept(Handle tx, RecordClass of, Instant now) {
        Optional<Keep> keep = retention.keep(of);
        if (keep.isEmpty()) {
            return new Kept(of.name(), of.holds(), null, null, null, null, null);
        }
        LocalDate firstKept = retention.firstKept(of.name(), now);
        LocalDate today = LocalDate.ofInstant(now, retention.zone());
        return new Kept(
                of.name(),
                of.holds(),
                keep.get().toString(),
                today.toEpochDay() - firstKept.toEpochDay(),
                firstKept,
                of.isConfidential() ? null : oldest(tx, of),
                of.isConfidential()
                        ? null
                        : purges.last(tx, of.name())
                                .map(RetentionResource::purge)
                                .orElse(null));
    }

    private @Nullable LocalDate oldest(Handle tx, RecordClass of) {
        return of.rows().stream()
                .flatMap(rows -> purges.oldest(tx, rows, retention.zone()).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static LastPurge purge(Last last) {
        return new LastPurge(last.at(), last.records());
    }
}
