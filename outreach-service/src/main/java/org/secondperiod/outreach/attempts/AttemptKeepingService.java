package org.secondperiod.outreach.attempts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.AttemptVersion.What;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.attempts.db.AttemptVersionStore;
import org.secondperiod.outreach.attempts.db.DialledStore;
import org.secondperiod.outreach.attempts.db.RootCauseStore;
import org.secondperiod.outreach.attempts.kafka.CallEvents;
import org.secondperiod.outreach.languages.LanguagesService;
import org.secondperiod.outreach.priority.RankService;

/** Keeps attempts with their history, tells of each change, and puts the student's calls into their bands: a flag comes first. */
@ApplicationScoped
public class AttemptKeepingService {

    private final AttemptStore store;
    private final DialledStore dialled;
    private final AttemptVersionStore versions;
    private final RootCauseStore causes;
    private final LanguagesService languages;
    private final CallEvents events;
    private final Outbox outbox;
    private final RankService ranks;

    AttemptKeepingService(
            AttemptStore store,
            DialledStore dialled,
            AttemptVersionStore versions,
            RootCauseStore causes,
            LanguagesService languages,
            CallEvents events,
            Outbox outbox,
            RankService ranks) {
        this.store = store;
        this.dialled = dialled;
        this.versions = versions;
        this.causes = causes;
        this.languages = languages;
        this.events = events;
        this.outbox = outbox;
        this.ranks = ranks;
    }

    /** Adds one. @param number which was dialled, in E.164; null where that is not known */
    void add(Handle tx, Attempt attempt, @Nullable String number) {
        store.add(tx, attempt);
        if (number != null) {
            dialled.keep(tx, attempt.attemptId(), number);
        }
        barrier(tx, attempt);
        tell(tx, attempt, What.LOGGED, attempt.note(), attempt.loggedBy());
    }

    /** Keeps one that was corrected; {@code written} null leaves what is written about it. */
    void correct(Handle tx, Attempt attempt, @Nullable Note written, @Nullable String number, String by) {
        store.change(tx, attempt);
        if (written != null) {
            store.note(tx, attempt.attemptId(), written.text().isEmpty() ? null : written);
        }
        if (number != null) {
            dialled.keep(tx, attempt.attemptId(), number);
        }
        barrier(tx, attempt);
        tell(tx, attempt, What.CORRECTED, written, by);
    }

    /** Who is to call next after a language barrier is asked in SQL, where a person is a ciphertext. */
    private void barrier(Handle tx, Attempt attempt) {
        if (attempt.said().outcome() == Outcome.LANGUAGE_BARRIER) {
            store.barrier(tx, attempt.attemptId(), languages.of(tx, attempt.of().student(), attempt.contactId()));
        }
    }

    /** Keeps one of which something else has changed. @param by null where it happened by itself */
    void change(Handle tx, Attempt attempt, What what, @Nullable String by) {
        store.change(tx, attempt);
        tell(tx, attempt, what, null, by);
    }

    /** Keeps what was found of calls. */
    void found(Handle tx, List<Attempt> attempts, What what) {
        attempts.forEach(attempt -> change(tx, attempt, what, null));
    }

    /** Keeps what somebody says is at the root. What the call said stays as it was: {@code root_cause} has its own history. */
    void rootCause(Handle tx, Attempt attempt, RootCauseStore.Set said) {
        causes.set(tx, attempt, said);
        store.change(tx, attempt);
        outbox.add(tx, events.logged(attempt, said.cause()));
    }

    private void tell(Handle tx, Attempt attempt, What what, @Nullable Note written, @Nullable String by) {
        versions.add(tx, attempt, what, written, by);
        outbox.add(tx, events.logged(attempt, what == What.LOGGED ? null : rootCause(tx, attempt)));
        ranks.again(tx, List.of(attempt.of().student()));
    }

    private @Nullable RootCause rootCause(Handle tx, Attempt attempt) {
        RootCauseStore.Set said = causes.of(tx, List.of(attempt.attemptId())).get(attempt.attemptId());
        return said == null ? null : said.cause();
    }
}
