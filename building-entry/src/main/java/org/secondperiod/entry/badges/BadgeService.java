package org.secondperiod.entry.badges;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.entry.badges.db.BadgeClaimStore;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.orders.ErasedStudents;

/**
 * Claims set by hand, and what all claims come to. Scans that wait for a badge are looked at again by themselves.
 * A badge belongs to no school, so all this is done as the system; who may ask is for the whole district.
 */
@ApplicationScoped
public class BadgeService {

    private final Jdbi jdbi;
    private final BadgeClaimStore store;
    private final AuditTrail trail;
    private final ErasedStudents erased;

    BadgeService(Jdbi jdbi, BadgeClaimStore store, AuditTrail trail, ErasedStudents erased) {
        this.jdbi = jdbi;
        this.store = store;
        this.trail = trail;
        this.erased = erased;
    }

    /** Sets a claim by hand, in place of an earlier one by hand for the same badge from the same moment. */
    public List<BadgeClaim> put(BadgeClaim claim) {
        if (claim.validFrom() != null
                && claim.validTo() != null
                && !claim.validTo().isAfter(claim.validFrom())) {
            throw BadgeProblems.periodEmpty();
        }
        if (erased.contains(claim.studentId())) {
            throw BadgeProblems.studentErased();
        }
        jdbi.useTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            trail.student(claim.studentId());
            store.replaceByHand(tx, claim);
        });
        return history(claim.badge());
    }

    /** All claims on a badge, the latest start first. */
    public List<BadgeClaim> history(String badge) {
        List<BadgeClaim> claims = AsSystem.get(() -> jdbi.inTransaction(tx -> shown(store.claims(tx, List.of(badge)))));
        if (claims.isEmpty()) {
            throw BadgeProblems.unknown(badge);
        }
        return claims;
    }

    /** Badges that two students claim for the same time, by badge, after the given one. */
    public List<BadgeConflict> conflicts(String after, int limit) {
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            List<BadgeConflict> found = store.conflicts(tx, after, limit);
            found.forEach(conflict -> shown(List.of(conflict.wins(), conflict.loses())));
            return found;
        });
    }

    private List<BadgeClaim> shown(List<BadgeClaim> claims) {
        claims.forEach(claim -> trail.student(claim.studentId()));
        return claims;
    }
}
