package org.secondperiod.outreach.escalations;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.CallPolicy;
import org.secondperiod.outreach.attempts.CallPolicyService;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.escalations.BuildingCheck.State;
import org.secondperiod.outreach.escalations.db.BuildingCheckStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Has staff look for students in the building; every step is kept. */
@ApplicationScoped
public class CheckService {

    private final BuildingCheckStore store;
    private final CareStepStore steps;
    private final CallPolicy policy;

    CheckService(BuildingCheckStore store, CareStepStore steps, CallPolicyService policies) {
        this.store = store;
        this.steps = steps;
        this.policy = policies.policy();
    }

    /** Leaves one check of a call, or none: what is missing is opened, unless the student is here; what is too much is withdrawn. */
    public void reconcile(
            Handle tx, Origin origin, boolean wanted, @Nullable Instant hereSince, String by, Instant now) {
        List<BuildingCheck> those = store.lockOfAttempt(tx, String.valueOf(origin.attemptId()));
        if (wanted && hereSince == null && those.stream().allMatch(each -> each.state() == State.WITHDRAWN)) {
            keep(
                    tx,
                    new BuildingCheck(
                            "b-" + UUID.randomUUID(),
                            origin,
                            State.OPEN,
                            now,
                            origin.at().plus(policy.buildingCheck()),
                            null,
                            null,
                            1),
                    "OPENED",
                    by,
                    now);
        }
        if (!wanted) {
            those.stream()
                    .filter(each -> each.state() == State.OPEN)
                    .forEach(each -> end(tx, each, State.WITHDRAWN, by, now));
        }
    }

    /** These students are known to be here since then. */
    void arrived(Handle tx, Map<StudentAtSchool, Instant> since, Instant now) {
        store.lockOpen(tx, since.keySet()).forEach(check -> {
            State state = EscalationRules.state(check, since.get(check.origin().of()), now);
            if (state != check.state()) {
                end(tx, check, state, null, now);
            }
        });
    }

    /** The student is safe. */
    void found(Handle tx, StudentAtSchool of, String by, Instant now) {
        store.lockOpen(tx, List.of(of)).forEach(check -> end(tx, check, State.FOUND, by, now));
    }

    /** The check in another state. */
    BuildingCheck end(Handle tx, BuildingCheck check, State how, @Nullable String by, Instant now) {
        return keep(tx, check.ended(how, by, now), how.name(), by, now);
    }

    private BuildingCheck keep(Handle tx, BuildingCheck check, String happened, @Nullable String by, Instant now) {
        store.keep(tx, check);
        steps.add(tx, List.of(check.step(happened, by, now)));
        return check;
    }
}
