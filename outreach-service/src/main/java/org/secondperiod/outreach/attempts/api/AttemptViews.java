package org.secondperiod.outreach.attempts.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.AttemptProblems;
import org.secondperiod.outreach.attempts.CallChange;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.attempts.db.RootCauseStore;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Shows attempts to the people of the school, each with what its bearer may read. */
@ApplicationScoped
class AttemptViews {

    private final AuditTrail trail;
    private final VisibilityService visibility;
    private final ErasedStudents erased;
    private final AttemptStore store;
    private final RootCauseStore causes;

    AttemptViews(
            AuditTrail trail,
            VisibilityService visibility,
            ErasedStudents erased,
            AttemptStore store,
            RootCauseStore causes) {
        this.trail = trail;
        this.visibility = visibility;
        this.erased = erased;
        this.store = store;
        this.causes = causes;
    }

    /** One at a school where the bearer may; the audit hears of it. */
    Attempt find(Handle tx, Where where, String attemptId) {
        Attempt attempt = store.byId(tx, VisibilityService.id("attemptId", attemptId))
                .filter(found -> where.holds(found.of().school().value()))
                .filter(found -> !erased.contains(found.of().student().value()))
                .orElseThrow(AttemptProblems::noSuchAttempt);
        trail.about(attempt.attemptId());
        audit(attempt);
        return attempt;
    }

    void audit(Attempt attempt) {
        trail.student(attempt.of().student().value(), attempt.of().school().value());
    }

    /** The tasks that a change of a call left as they are, as far as the bearer may see them; the audit hears whose attempts changed. */
    List<String> left(Where where, CallChange change) {
        change.changed().forEach(this::audit);
        return change.left().stream()
                .filter(each -> where.holds(each.of().school().value()))
                .map(each -> String.valueOf(each.taskId()))
                .toList();
    }

    /** One, as it now is. */
    AttemptView show(Handle tx, String attemptId) {
        return show(tx, attemptId, null);
    }

    /** One that was changed, as it now is. @param tasksLeft which tasks that has left as they are */
    AttemptView show(Handle tx, String attemptId, @Nullable List<String> tasksLeft) {
        return show(tx, List.of(store.byId(tx, attemptId).orElseThrow(AttemptProblems::noSuchAttempt)), tasksLeft)
                .getFirst();
    }

    /** These. */
    List<AttemptView> show(Handle tx, List<Attempt> attempts) {
        return show(tx, attempts, null);
    }

    private List<AttemptView> show(Handle tx, List<Attempt> attempts, @Nullable List<String> tasksLeft) {
        attempts.forEach(this::audit);
        Schools restricted = visibility.readsRestrictedNotesAt();
        Map<String, RootCauseStore.Set> roots =
                causes.of(tx, attempts.stream().map(Attempt::attemptId).toList());
        return attempts.stream()
                .map(each -> AttemptView.of(
                        each, restricted.holds(each.of().school().value()), roots.get(each.attemptId()), tasksLeft))
                .toList();
    }
}
