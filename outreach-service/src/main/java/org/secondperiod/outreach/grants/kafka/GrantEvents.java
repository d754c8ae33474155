package org.secondperiod.outreach.grants.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.secondperiod.events.GrantChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.grants.Grant;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.grants.StaffGrant;

/** Makes {@link GrantChanged}. The same version of a grant always has the same event id. */
@ApplicationScoped
public class GrantEvents {

    private final EventEnvelope envelope;

    GrantEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The event for a grant as it now is. */
    public OutgoingEvent changed(StaffGrant now) {
        Grant grant = now.grant();
        return envelope.of(
                Topics.GRANTS,
                new GrantChanged(
                        EventIds.of("grant", grant.grantId(), grant.version()),
                        grant.grantId(),
                        grant.subject(),
                        grant.role(),
                        sorted(grant.schools().names()),
                        grant.rights().isEmpty() ? null : sorted(grant.rights()),
                        grant.expiresAt(),
                        grant.revoked(),
                        grant.version(),
                        now.changedAt()));
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }
}
