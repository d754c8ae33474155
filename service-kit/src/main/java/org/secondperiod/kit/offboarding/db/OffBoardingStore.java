package org.secondperiod.kit.offboarding.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.kit.offboarding.OffBoarding;

/** The order, and the legal holds that stand against it. */
@ApplicationScoped
public class OffBoardingStore {

    /** The order, if there is one. */
    public Optional<OffBoarding> find(Handle tx) {
        return tx.createQuery("SELECT district_id, ordered_by, ordered_at FROM off_boarding")
                .map((row, context) -> new OffBoarding(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Keeps it; one that is there stays. */
    public void insert(Handle tx, OffBoarding order) {
        tx.createUpdate("""
                        INSERT INTO off_boarding (district_id, ordered_by, ordered_at) VALUES (:district, :by, :at)
                        ON CONFLICT (one) DO NOTHING""")
                .bind("district", order.districtId())
                .bind("by", order.orderedBy())
                .bind("at", order.orderedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** Nobody places or lifts a hold until this transaction ends. */
    public void lockHolds(Handle tx) {
        tx.execute("LOCK TABLE known_hold IN SHARE MODE");
    }

    /** The legal holds in force, by id. */
    public List<String> holdsInForce(Handle tx) {
        return tx.createQuery("SELECT hold_id FROM known_hold WHERE NOT ended ORDER BY hold_id")
                .mapTo(String.class)
                .list();
    }
}
