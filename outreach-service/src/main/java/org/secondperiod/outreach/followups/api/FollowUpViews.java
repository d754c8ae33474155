package org.secondperiod.outreach.followups.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.identity.Where;
import org.secondperiod.outreach.followups.FollowUp;
import org.secondperiod.outreach.followups.FollowUpProblems;
import org.secondperiod.outreach.followups.db.FollowUpStore;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.promises.db.PromiseStore;
import org.secondperiod.outreach.roster.StudentNamesService;
import org.secondperiod.outreach.visibility.VisibilityService;

/** Finds and shows follow-ups, and lets the audit hear of it. */
@ApplicationScoped
class FollowUpViews {

    private final Jdbi jdbi;
    private final AuditTrail trail;
    private final FollowUpStore store;
    private final PromiseStore promises;
    private final StudentNamesService names;

    FollowUpViews(Jdbi jdbi, AuditTrail trail, FollowUpStore store, PromiseStore promises, StudentNamesService names) {
        this.jdbi = jdbi;
        this.trail = trail;
        this.store = store;
        this.promises = promises;
        this.names = names;
    }

    /** One to be changed, locked; as the system from here on. */
    FollowUp lock(Handle tx, Where where, String id, @Nullable String ifMatch) {
        AsSystem.fromHereOn(tx);
        FollowUp followUp = store.lock(tx, VisibilityService.id("followUpId", id))
                .filter(found -> where.holds(found.origin().of().school().value()))
                .orElseThrow(FollowUpProblems::noSuchFollowUp);
        trail.about(id);
        audit(followUp);
        if (ifMatch != null && !ifMatch.equals("\"" + followUp.version() + "\"")) {
            throw FollowUpProblems.changedMeanwhile();
        }
        return followUp;
    }

    /** One to be read. */
    FollowUp find(Handle tx, Where where, String id) {
        return store.byId(tx, VisibilityService.id("followUpId", id))
                .filter(found -> where.holds(found.origin().of().school().value()))
                .orElseThrow(FollowUpProblems::noSuchFollowUp);
    }

    private void audit(FollowUp followUp) {
        trail.student(
                followUp.origin().of().student().value(),
                followUp.origin().of().school().value());
    }

    List<FollowUpView> show(Handle tx, List<FollowUp> shown) {
        shown.forEach(this::audit);
        var students =
                names.of(tx, shown.stream().map(each -> each.origin().of()).toList());
        Map<String, Promise> about = promises.byIds(
                tx,
                shown.stream()
                        .map(FollowUp::promiseId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return shown.stream()
                .map(each -> FollowUpView.of(
                        each,
                        each.promiseId() == null ? null : about.get(each.promiseId()),
                        students.get(each.origin().of())))
                .toList();
    }

    /** One as it is now, with its version. */
    Response answer(Response.ResponseBuilder builder, String id) {
        FollowUpView view = jdbi.inTransaction(tx -> show(
                        tx, List.of(store.byId(tx, id).orElseThrow(FollowUpProblems::noSuchFollowUp)))
                .getFirst());
        return builder.entity(view)
                .tag(new EntityTag(String.valueOf(view.version())))
                .build();
    }
}
