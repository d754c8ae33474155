package org.secondperiod.outreach.legalholds.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.legalholds.LegalHold;
import org.secondperiod.outreach.legalholds.LegalHold.Ordered;

/** Legal holds. The database lets nobody delete one, or change who placed it and why. */
@ApplicationScoped
public class LegalHoldStore {

    /** Why each was placed. */
    public static final SealedColumn WHY = SealedColumn.of("legal_hold", "why_sealed", "jsonb", "hold_id");

    /** Why it was lifted. */
    public static final SealedColumn WHY_LIFTED = SealedColumn.of("legal_hold", "lifted_why_sealed", "jsonb", "hold_id")
            .boundTo("legal_hold.lifted", "hold_id");

    private final SealedText texts;

    LegalHoldStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps one that was placed. */
    public void insert(Handle tx, LegalHold hold) {
        tx.createUpdate("""
                        INSERT INTO legal_hold (hold_id, student_id, school_id, placed_by, placed_at, why_sealed)
                        VALUES (:id, :student, :school, :by, :at, CAST(:why AS jsonb))""")
                .bind("id", hold.holdId())
                .bind("student", hold.studentId())
                .bind("school", hold.schoolId())
                .bind("by", hold.placed().by())
                .bind("at", hold.placed().at().atOffset(ZoneOffset.UTC))
                .bind("why", texts.seal(WHY.row(hold.holdId()), hold.placed().why()))
                .execute();
    }

    /** Keeps that one is lifted. */
    public void lift(Handle tx, LegalHold hold) {
        Ordered lifted = Objects.requireNonNull(hold.lifted());
        tx.createUpdate("""
                        UPDATE legal_hold SET lifted_by = :by, lifted_at = :at, lifted_why_sealed = CAST(:why AS jsonb)
                         WHERE hold_id = :id""")
                .bind("id", hold.holdId())
                .bind("by", lifted.by())
                .bind("at", lifted.at().atOffset(ZoneOffset.UTC))
                .bind("why", texts.seal(WHY_LIFTED.row(hold.holdId()), lifted.why()))
                .execute();
    }

    public Optional<LegalHold> byId(Handle tx, String holdId) {
        return tx.createQuery("SELECT * FROM legal_hold WHERE hold_id = :id")
                .bind("id", holdId)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /** The hold, which nobody else changes until this transaction ends. */
    public Optional<LegalHold> lock(Handle tx, String holdId) {
        return tx.createQuery("SELECT * FROM legal_hold WHERE hold_id = :id FOR UPDATE")
                .bind("id", holdId)
                .map((row, context) -> hold(row))
                .findOne();
    }

    /** A page of holds, by id; those that are lifted too if wanted. */
    public List<LegalHold> page(Handle tx, boolean liftedToo, String after, int limit) {
        return tx.createQuery("""
                        SELECT * FROM legal_hold WHERE hold_id > :after AND (:liftedToo OR lifted_at IS NULL)
                         ORDER BY hold_id LIMIT :limit""")
                .bind("after", after)
                .bind("liftedToo", liftedToo)
                .bind("limit", limit)
                .map((row, context) -> hold(row))
                .list();
    }

    private LegalHold hold(ResultSet row) throws SQLException {
        return new LegalHold(
                row.getString("hold_id"),
                row.getString("student_id"),
                row.getString("school_id"),
                Objects.requireNonNull(ordered(row, "placed", WHY)),
                ordered(row, "lifted", WHY_LIFTED));
    }

    private @Nullable Ordered ordered(ResultSet row, String what, SealedColumn why) throws SQLException {
        OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
        return at == null ? null : new Ordered(row.getString(what + "_by"), at.toInstant(), opened(row, why));
    }

    private String opened(ResultSet row, SealedColumn why) throws SQLException {
        return Objects.requireNonNull(texts.open(why.row(row.getString("hold_id")), row.getString(why.column()), null));
    }
}
