package org.secondperiod.outreach.grants;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.kit.grants.GrantStore;
import org.secondperiod.kit.grants.Held;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.grants.GrantRules.Refusal;
import org.secondperiod.outreach.grants.StaffGrant.What;
import org.secondperiod.outreach.grants.db.StaffGrantStore;
import org.secondperiod.outreach.grants.kafka.GrantEvents;

/**
 * Gives, changes and revokes grants. What becomes of one is kept, told, and in force in this service in one transaction; the other
 * services hear of it through the topic.
 */
@ApplicationScoped
public class GrantsService {

    private final StaffGrantStore store;
    private final GrantStore inForce;
    private final GrantEvents events;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final GrantTerms terms;

    GrantsService(
            StaffGrantStore store,
            GrantStore inForce,
            GrantEvents events,
            Outbox outbox,
            AuditTrail trail,
            GrantsConfig config,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId zone) {
        this.store = store;
        this.inForce = inForce;
        this.events = events;
        this.outbox = outbox;
        this.trail = trail;
        this.terms = GrantTerms.of(config, zone);
    }

    /** Who does something about grants, and what they hold. */
    public record Giver(String subject, Held has) {}

    /**
     * What a grant shall be.
     *
     * @param expiresAt none for the end of the school year, or of what the giver holds
     */
    public record Wanted(
            Schools schools, Set<String> rights, @Nullable Instant expiresAt) {}

    /** Gives one. */
    public StaffGrant give(Handle tx, Giver giver, String subject, String role, Wanted wanted, String why) {
        Instant now = MachineClock.now();
        Grant grant = grant("grant-" + UUID.randomUUID(), subject, role, wanted, end(giver, role, wanted, now), 1);
        refuse(GrantRules.mayGive(giver.subject(), giver.has(), grant), role);
        return keep(tx, What.GRANTED, StaffGrant.given(grant, giver.subject(), now, why));
    }

    /** Changes schools, rights and end of one. */
    public StaffGrant change(
            Handle tx, Giver giver, String grantId, @Nullable String ifMatch, Wanted wanted, String why) {
        StaffGrant before = seen(tx, giver, grantId, ifMatch);
        Grant old = before.grant();
        if (old.revoked()) {
            throw GrantProblems.isRevoked();
        }
        Instant now = MachineClock.now();
        Grant grant = grant(
                grantId, old.subject(), old.role(), wanted, end(giver, old.role(), wanted, now), old.version() + 1);
        refuse(GrantRules.mayGive(giver.subject(), giver.has(), grant), old.role());
        refuse(GrantRules.mayTake(giver.has(), old), old.role());
        return keep(tx, What.CHANGED, before.changed(grant, giver.subject(), now, why));
    }

    /** Revokes one, for good; again, it changes nothing. Who has it may give it up themselves. */
    public StaffGrant revoke(Handle tx, Giver giver, String grantId, @Nullable String ifMatch, String why) {
        StaffGrant before = seen(tx, giver, grantId, ifMatch);
        if (!before.grant().subject().equals(giver.subject())) {
            refuse(
                    GrantRules.mayTake(giver.has(), before.grant()),
                    before.grant().role());
        }
        if (before.grant().revoked()) {
            return before;
        }
        return keep(tx, What.REVOKED, before.revoked(giver.subject(), MachineClock.now(), why));
    }

    /** A grant that this person may see: their own, and those of schools for which they give grants. */
    public Optional<StaffGrant> visible(Handle handle, Giver giver, String grantId) {
        return store.byId(handle, grantId).filter(grant -> isVisible(giver, grant));
    }

    private StaffGrant seen(Handle tx, Giver giver, String grantId, @Nullable String ifMatch) {
        StaffGrant grant =
                store.lock(tx, grantId).filter(each -> isVisible(giver, each)).orElseThrow(GrantProblems::noSuchGrant);
        if (ifMatch != null
                && !ifMatch.equals("*")
                && !ifMatch.equals("\"" + grant.grant().version() + "\"")) {
            throw GrantProblems.changedMeanwhile();
        }
        return grant;
    }

    /** Whether this person may see a grant as it is, or as it once was: where it held then, if nowhere of theirs, is not theirs to see. */
    public static boolean isVisible(Giver giver, StaffGrant grant) {
        return grant.grant().subject().equals(giver.subject())
                || giver.has().as(GrantRules.GIVERS).meets(grant.grant().schools());
    }

    private Instant end(Giver giver, String role, Wanted wanted, Instant now) {
        if (wanted.expiresAt() == null) {
            return GrantRules.end(giver.has(), role, wanted.schools(), terms.usualEnd(now));
        }
        Instant latest = terms.latestEnd(now);
        if (!wanted.expiresAt().isAfter(now) || wanted.expiresAt().isAfter(latest)) {
            throw GrantProblems.tooLong(latest);
        }
        return wanted.expiresAt();
    }

    private static Grant grant(String id, String subject, String role, Wanted wanted, Instant end, long version) {
        return new Grant(id, subject, role, wanted.schools(), wanted.rights(), end, false, version);
    }

    private static void refuse(Optional<Refusal> refusal, String role) {
        refusal.ifPresent(why -> {
            throw GrantProblems.of(why, role);
        });
    }

    private StaffGrant keep(Handle tx, What what, StaffGrant grant) {
        trail.about(grant.grant().grantId());
        grant.grant().schools().ids().forEach(trail::school);
        store.put(tx, what, grant);
        inForce.put(tx, grant.grant());
        outbox.add(tx, List.of(events.changed(grant)));
        return grant;
    }
}
