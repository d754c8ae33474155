package org.secondperiod.outreach.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.keys.Sealing;
import org.secondperiod.outreach.facts.db.SightingStore;
import org.secondperiod.outreach.grants.db.StaffGrantStore;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore;

/** People as they came, and what people wrote in their own words. */
@ApplicationScoped
class SealedHere implements Sealing {

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                PersonStore.PERSON,
                SightingStore.NOTE,
                HoldDecisionStore.WHY,
                StaffGrantStore.WHY,
                StaffGrantStore.WHY_CHANGED);
    }
}
