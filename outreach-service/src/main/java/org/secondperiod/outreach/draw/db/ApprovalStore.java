package org.secondperiod.outreach.draw.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.draw.Approval;

/** What was decided about the draw. */
@ApplicationScoped
public class ApprovalStore {

    /** Why each was given or taken back. */
    public static final SealedColumn WHY =
            SealedColumn.of("draw_approval", "why_sealed", "jsonb", "approval_id bigint");

    private final SealedText texts;

    ApprovalStore(SealedText texts) {
        this.texts = texts;
    }

    /** The newest. */
    public Optional<Approval> inForce(Handle handle) {
        return handle.createQuery("SELECT * FROM draw_approval ORDER BY approval_id DESC LIMIT 1")
                .map((row, context) -> approval(row))
                .findOne();
    }

    /** All of them, the newest first. */
    public List<Approval> all(Handle handle) {
        return handle.createQuery("SELECT * FROM draw_approval ORDER BY approval_id DESC")
                .map((row, context) -> approval(row))
                .list();
    }

    /** Puts one in force. */
    public void add(Handle tx, Approval approval) {
        long id = tx.createQuery("SELECT nextval(pg_get_serial_sequence('draw_approval', 'approval_id'))")
                .mapTo(Long.class)
                .one();
        tx.createUpdate("""
                        INSERT INTO draw_approval (approval_id, approved, seed, why_sealed, decided_by, decided_at)
                        OVERRIDING SYSTEM VALUE VALUES (:id, :approved, :seed, CAST(:why AS jsonb), :by, :at)
                        """)
                .bind("id", id)
                .bind("approved", approval.approved())
                .bind("seed", approval.seed())
                .bind("why", texts.seal(WHY.row(id), approval.why()))
                .bind("by", approval.decidedBy())
                .bind("at", approval.decidedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private Approval approval(ResultSet row) throws SQLException {
        return new Approval(
                row.getBoolean("approved"),
                row.getString("seed"),
                Objects.requireNonNull(
                        texts.open(WHY.row(row.getLong("approval_id")), row.getString("why_sealed"), null)),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
