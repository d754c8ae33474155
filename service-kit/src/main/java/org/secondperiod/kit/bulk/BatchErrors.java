package org.secondperiod.kit.bulk;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.time.Times;

/** The errors of batches, kept for some time. */
@ApplicationScoped
public class BatchErrors {

    private final Jdbi jdbi;
    private final Clock clock;
    private final BulkConfig config;
    private final AuditTrail trail;

    BatchErrors(Jdbi jdbi, Clock clock, BulkConfig config, AuditTrail trail) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.trail = trail;
    }

    /**
     * Begins the report of a new batch that belongs to a credential's subject. The audit has the batch before anything of it goes
     * to the broker.
     */
    public BulkReport begin(String subject) {
        String batchId = UUID.randomUUID().toString();
        trail.about(batchId);
        trail.goesOut();
        jdbi.useTransaction(
                tx -> tx.createUpdate("INSERT INTO batch (batch_id, subject, received_at) VALUES (:id, :subject, :now)")
                        .bind("id", batchId)
                        .bind("subject", subject)
                        .bind("now", Times.now(clock))
                        .execute());
        return new BulkReport(batchId, this);
    }

    /** The report of a batch that is read once more: what an earlier reading found is forgotten. */
    public BulkReport again(String batchId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM batch_error WHERE batch_id = :id")
                .bind("id", batchId)
                .execute());
        return new BulkReport(batchId, this);
    }

    /** The batch's first errors by line. */
    public List<BatchError> first(String batchId, int most) {
        return after(batchId, 0, 0, most).stream().map(Kept::error).toList();
    }

    void add(String batchId, List<BatchError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO batch_error (batch_id, line, column_number, field, reason)
                        SELECT :id, * FROM unnest(:lines, :columns, :fields, :reasons)""")
                .bind("id", batchId)
                .bindArray(
                        "lines",
                        Long.class,
                        errors.stream().map(BatchError::line).toArray())
                .bindArray(
                        "columns",
                        Integer.class,
                        errors.stream().map(BatchError::column).toArray())
                .bindArray(
                        "fields",
                        String.class,
                        errors.stream().map(BatchError::field).toArray())
                .bindArray(
                        "reasons",
                        String.class,
                        errors.stream().map(BatchError::reason).toArray())
                .execute());
    }

    /** Whether there is such a batch and it is the subject's. */
    boolean belongsTo(String batchId, String subject) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM batch WHERE batch_id = :id AND subject = :subject")
                        .bind("id", batchId)
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    boolean exists(String batchId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM batch WHERE batch_id = :id")
                        .bind("id", batchId)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** The batch's errors by line, after the given place. */
    List<Kept> after(String batchId, long line, long errorId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT error_id, line, column_number, field, reason FROM batch_error
                        WHERE batch_id = :id AND (line, error_id) > (:line, :errorId)
                        ORDER BY line, error_id LIMIT :limit""")
                .bind("id", batchId)
                .bind("line", line)
                .bind("errorId", errorId)
                .bind("limit", limit)
                .registerRowMapper(ConstructorMapper.factory(Kept.class))
                .mapTo(Kept.class)
                .list());
    }

    @Scheduled(every = "1h", delayed = "10m", skipExecutionIf = NoDatabase.class)
    void forgetOldBatches() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM batch WHERE received_at < :before")
                .bind("before", Times.now(clock).minus(config.keepErrors()))
                .execute());
    }

    /** An error with its place. */
    record Kept(long errorId, long line, Integer columnNumber, String field, String reason) {

        BatchError error() {
            return new BatchError(line, columnNumber, field, reason);
        }
    }
}
