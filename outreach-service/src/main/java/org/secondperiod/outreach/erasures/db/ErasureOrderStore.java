package org.secondperiod.outreach.erasures.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.erasures.ErasureOrder;

/** Orders of erasure. The database lets nobody delete one, or change who ordered it and why. */
@ApplicationScoped
public class ErasureOrderStore {

    /** Why each was ordered. */
    public static final SealedColumn WHY = SealedColumn.of("erasure_order", "why_sealed", "jsonb", "order_id");

    private final SealedText texts;

    ErasureOrderStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps one that was ordered; false where somebody else has ordered it at the same moment. */
    public boolean insert(Handle tx, ErasureOrder order) {
        return tx.createUpdate("""
                        INSERT INTO erasure_order (order_id, student_id, ordered_by, ordered_at, why_sealed)
                        VALUES (:id, :student, :by, :at, CAST(:why AS jsonb)) ON CONFLICT (student_id) DO NOTHING""")
                        .bind("id", order.orderId())
                        .bind("student", order.studentId())
                        .bind("by", order.orderedBy())
                        .bind("at", order.orderedAt().atOffset(ZoneOffset.UTC))
                        .bind("why", texts.seal(WHY.row(order.orderId()), order.why()))
                        .execute()
                == 1;
    }

    /** Keeps that one has gone out. */
    public void sent(Handle tx, ErasureOrder order) {
        tx.createUpdate("UPDATE erasure_order SET sent_at = :at WHERE order_id = :id")
                .bind("id", order.orderId())
                .bind("at", Objects.requireNonNull(order.sentAt()).atOffset(ZoneOffset.UTC))
                .execute();
    }

    public Optional<ErasureOrder> byId(Handle tx, String orderId) {
        return tx.createQuery("SELECT * FROM erasure_order WHERE order_id = :id")
                .bind("id", orderId)
                .map((row, context) -> order(row))
                .findOne();
    }

    /** The order of this student. */
    public Optional<ErasureOrder> ofStudent(Handle tx, String studentId) {
        return tx.createQuery("SELECT * FROM erasure_order WHERE student_id = :student")
                .bind("student", studentId)
                .map((row, context) -> order(row))
                .findOne();
    }

    /** Those that have not gone out. */
    public List<ErasureOrder> unsent(Handle tx) {
        return tx.createQuery("SELECT * FROM erasure_order WHERE sent_at IS NULL ORDER BY order_id")
                .map((row, context) -> order(row))
                .list();
    }

    /** One that has not gone out, until this transaction ends; empty where another replica has it in hand. */
    public Optional<ErasureOrder> takeUnsent(Handle tx, String orderId) {
        return tx.createQuery("""
                        SELECT * FROM erasure_order WHERE order_id = :id AND sent_at IS NULL FOR UPDATE SKIP LOCKED""")
                .bind("id", orderId)
                .map((row, context) -> order(row))
                .findOne();
    }

    /** A page of orders, by id. */
    public List<ErasureOrder> page(Handle tx, String after, int limit) {
        return tx.createQuery("SELECT * FROM erasure_order WHERE order_id > :after ORDER BY order_id LIMIT :limit")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> order(row))
                .list();
    }

    private ErasureOrder order(ResultSet row) throws SQLException {
        return new ErasureOrder(
                row.getString("order_id"),
                row.getString("student_id"),
                row.getString("ordered_by"),
                Objects.requireNonNull(time(row, "ordered_at")),
                Objects.requireNonNull(
                        texts.open(WHY.row(row.getString("order_id")), row.getString("why_sealed"), null)),
                time(row, "sent_at"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
