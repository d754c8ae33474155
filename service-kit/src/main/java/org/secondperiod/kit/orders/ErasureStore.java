package org.secondperiod.kit.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.orders.Erasure.State;

/** The orders of erasure that this service knows, and how far it has come. */
@ApplicationScoped
public class ErasureStore {

    /** Takes an order; one that is known changes nothing. */
    public void put(Handle tx, String orderId, String studentId) {
        tx.createUpdate("""
                        INSERT INTO erasure (order_id, student_id, state, version) VALUES (:id, :student, 'ORDERED', 0)
                        ON CONFLICT (order_id) DO NOTHING""").bind("id", orderId).bind("student", studentId).execute();
    }

    /** Those in one of these states. */
    public List<Erasure> in(Handle tx, Set<State> states) {
        return tx.createQuery("SELECT * FROM erasure WHERE state = ANY (:states) ORDER BY order_id")
                .bindArray(
                        "states", String.class, states.stream().map(State::name).toList())
                .map((row, context) -> erasure(row))
                .list();
    }

    /** The order, until this transaction ends; empty where another replica has it in hand. */
    public Optional<Erasure> take(Handle tx, String orderId) {
        return tx.createQuery("SELECT * FROM erasure WHERE order_id = :id FOR UPDATE SKIP LOCKED")
                .bind("id", orderId)
                .map((row, context) -> erasure(row))
                .findOne();
    }

    /** It has come to this state now. */
    public void come(Handle tx, Erasure erasure) {
        tx.createUpdate("UPDATE erasure SET state = :state, since = :since, version = :version WHERE order_id = :id")
                .bind("id", erasure.orderId())
                .bind("state", erasure.state().name())
                .bind("since", erasure.since() == null ? null : erasure.since().atOffset(ZoneOffset.UTC))
                .bind("version", erasure.version())
                .execute();
    }

    private static Erasure erasure(ResultSet row) throws SQLException {
        OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
        return new Erasure(
                row.getString("order_id"),
                row.getString("student_id"),
                State.valueOf(row.getString("state")),
                since == null ? null : since.toInstant(),
                row.getLong("version"));
    }
}
