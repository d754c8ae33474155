package org.secondperiod.outreach.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.keys.Sealing;
import org.secondperiod.kit.requests.IdempotentRequests;
import org.secondperiod.outreach.attempts.AttemptIndexService;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.attempts.db.AttemptVersionStore;
import org.secondperiod.outreach.disclosures.db.DisclosureStore;
import org.secondperiod.outreach.draw.db.ApprovalStore;
import org.secondperiod.outreach.erasures.db.ErasureOrderStore;
import org.secondperiod.outreach.escalations.db.EscalationStore;
import org.secondperiod.outreach.facts.db.SightingStore;
import org.secondperiod.outreach.followups.db.FollowUpStore;
import org.secondperiod.outreach.grants.db.StaffGrantStore;
import org.secondperiod.outreach.groupnotes.db.GroupNoteStore;
import org.secondperiod.outreach.legalholds.db.LegalHoldStore;
import org.secondperiod.outreach.mandatedreports.db.MandatedReportStore;
import org.secondperiod.outreach.mandatedreports.db.ShowingStore;
import org.secondperiod.outreach.numbers.db.FoundNumberStore;
import org.secondperiod.outreach.promises.db.PromiseStore;
import org.secondperiod.outreach.roster.NumberIndexService;
import org.secondperiod.outreach.roster.db.PersonStore;
import org.secondperiod.outreach.scripts.db.ScriptStore;
import org.secondperiod.outreach.tasks.db.HoldDecisionStore;

/** People as they came, and what people wrote in their own words. */
@ApplicationScoped
class SealedHere implements Sealing {

    private final NumberIndexService numbers;
    private final AttemptIndexService dialled;

    SealedHere(NumberIndexService numbers, AttemptIndexService dialled) {
        this.numbers = numbers;
        this.dialled = dialled;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                PersonStore.PERSON,
                SightingStore.NOTE,
                AttemptStore.NOTE,
                AttemptStore.NUMBER,
                AttemptVersionStore.NOTE,
                PromiseStore.WHAT,
                FollowUpStore.WHAT,
                FollowUpStore.CAME,
                EscalationStore.NOTE,
                HoldDecisionStore.WHY,
                LegalHoldStore.WHY,
                LegalHoldStore.WHY_LIFTED,
                ErasureOrderStore.WHY,
                DisclosureStore.SAID,
                StaffGrantStore.WHY,
                StaffGrantStore.WHY_CHANGED,
                ScriptStore.TEXT,
                FoundNumberStore.FOUND,
                GroupNoteStore.TEXT,
                ApprovalStore.WHY,
                MandatedReportStore.CALL_ID,
                ShowingStore.ORDER,
                IdempotentRequests.RESPONSE);
    }

    @Override
    public List<Runnable> after() {
        return List.of(numbers::complete, dialled::complete);
    }
}
