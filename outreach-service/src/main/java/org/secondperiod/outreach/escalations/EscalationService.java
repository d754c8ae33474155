package org.secondperiod.outreach.escalations;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.CallPolicy;
import org.secondperiod.outreach.attempts.CallPolicyService;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.care.db.CareStepStore;
import org.secondperiod.outreach.escalations.Escalation.Reason;
import org.secondperiod.outreach.escalations.Escalation.Signed;
import org.secondperiod.outreach.escalations.Escalation.State;
import org.secondperiod.outreach.escalations.Escalation.With;
import org.secondperiod.outreach.escalations.db.EscalationStore;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Opens escalations, and keeps them in sight until a person has ended them; every step is kept. Locks them before their checks. */
@ApplicationScoped
public class EscalationService {

    private final EscalationStore store;
    private final CareStepStore steps;
    private final CheckService checks;
    private final CallPolicy policy;

    EscalationService(EscalationStore store, CareStepStore steps, CheckService checks, CallPolicyService policies) {
        this.store = store;
        this.steps = steps;
        this.checks = checks;
        this.policy = policies.policy();
    }

    /** Leaves just what these flags ask for of what a call opened; none of them withdraws it. */
    public void reconcile(
            Handle tx, Origin origin, Set<Flag> flags, @Nullable Instant hereSince, String by, Instant now) {
        Set<Reason> wanted =
                flags.stream().map(flag -> Reason.valueOf(flag.name())).collect(toSet());
        boolean there = false;
        for (Escalation open : store.lockOfAttempt(tx, String.valueOf(origin.attemptId()))) {
            if (open.checkId() == null && open.state().isUnfinished()) {
                there |= open.reasons().equals(wanted);
                if (!open.reasons().equals(wanted)) {
                    keep(tx, open.ended(State.WITHDRAWN, null, new Signed(by, now), null), "WITHDRAWN", by, now);
                }
            }
        }
        if (!there && !wanted.isEmpty()) {
            open(tx, origin, null, wanted, hereSince, by, now);
        }
    }

    /** Opens one for the lead. @param by null where it opens by itself */
    public void open(
            Handle tx,
            Origin origin,
            @Nullable String checkId,
            Set<Reason> reasons,
            @Nullable Instant hereSince,
            @Nullable String by,
            Instant now) {
        keep(
                tx,
                new Escalation(
                        "e-" + UUID.randomUUID(),
                        origin,
                        checkId,
                        reasons,
                        State.OPEN,
                        With.LEAD,
                        by,
                        now,
                        null,
                        hereSince,
                        null,
                        null,
                        null,
                        1),
                "OPENED",
                by,
                now);
    }

    /** Somebody has it in hand. Again, it changes nothing. */
    public Escalation acknowledge(Handle tx, Escalation escalation, String by, Instant now) {
        if (escalation.state() == State.ACKNOWLEDGED) {
            return escalation;
        }
        requireUnfinished(escalation);
        return keep(
                tx,
                escalation.changed(State.ACKNOWLEDGED, escalation.isWith(), new Signed(by, now)),
                "ACKNOWLEDGED",
                by,
                now);
    }

    /** The student is safe: every escalation and check of the day about the student ends. @param found who saw it, and when */
    public Escalation foundSafe(
            Handle tx, Escalation escalation, Signed found, @Nullable String note, String by, Instant now) {
        requireUnfinished(escalation);
        StudentAtSchool of = escalation.origin().of();
        Escalation ended = escalation;
        for (Escalation each : store.lockUnfinished(tx, List.of(of))) {
            boolean isIt = each.escalationId().equals(escalation.escalationId());
            Escalation after = keep(
                    tx,
                    each.ended(State.FOUND_SAFE, found, new Signed(by, now), isIt ? note : null),
                    "FOUND_SAFE",
                    by,
                    now);
            ended = isIt ? after : ended;
        }
        checks.found(tx, of, by, now);
        return ended;
    }

    /** These students are known to be here since then. It ends their building checks, and no escalation: a person does that. */
    public void arrived(Handle tx, Map<StudentAtSchool, Instant> since, Instant now) {
        for (Escalation open : store.lockUnfinished(tx, since.keySet())) {
            Instant here = since.get(open.origin().of());
            if (open.arrivedAt() == null || here.isBefore(open.arrivedAt())) {
                keep(tx, open.arrived(here), "ARRIVED", null, now);
            }
        }
        checks.arrived(tx, since, now);
    }

    /** Gives those that nobody has acknowledged in time to the principal. @return how many were looked at */
    int toThePrincipal(Handle tx, Instant now, int limit) {
        List<Escalation> due = store.takeDue(tx, now, limit);
        for (Escalation escalation : due) {
            With with = EscalationRules.isWith(escalation, policy.acknowledge(), now);
            if (with == escalation.isWith()) {
                store.keep(tx, escalation, lookAgainAt(escalation));
            } else {
                keep(
                        tx,
                        escalation.changed(escalation.state(), with, escalation.acknowledged()),
                        "TO_PRINCIPAL",
                        null,
                        now);
            }
        }
        return due.size();
    }

    /** Staff looked for the student, or nobody has said in time that they did. */
    void checkFailed(Handle tx, BuildingCheck check, Reason reason, @Nullable String by, Instant now) {
        open(tx, check.origin(), check.checkId(), EnumSet.of(reason), null, by, now);
    }

    private static void requireUnfinished(Escalation escalation) {
        if (!escalation.state().isUnfinished()) {
            throw EscalationProblems.isOver(escalation.state());
        }
    }

    private Escalation keep(Handle tx, Escalation escalation, String happened, @Nullable String by, Instant now) {
        store.keep(tx, escalation, lookAgainAt(escalation));
        steps.add(tx, List.of(escalation.step(happened, by, now)));
        return escalation;
    }

    private @Nullable Instant lookAgainAt(Escalation escalation) {
        return escalation.goesToPrincipalAt(policy.acknowledge());
    }
}
