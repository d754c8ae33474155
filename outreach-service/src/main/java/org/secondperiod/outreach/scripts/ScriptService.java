package org.secondperiod.outreach.scripts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.scripts.db.ScriptStore;

/** The scripts in force, and their changes. */
@ApplicationScoped
public class ScriptService {

    private final ScriptStore store;

    ScriptService(ScriptStore store) {
        this.store = store;
    }

    /** Those in force. */
    public Scripts inForce(Handle handle) {
        return new Scripts(store.inForce(handle));
    }

    /**
     * Changes one.
     *
     * @param text null: what comes with the service
     * @param ifVersion of which version it is a change; null: of whichever there is
     */
    public Script change(
            Handle tx,
            String language,
            ScriptKind kind,
            @Nullable String text,
            @Nullable Long ifVersion,
            String by,
            Instant now) {
        long version = store.version(tx, language, kind);
        if (ifVersion != null && ifVersion != version) {
            throw ScriptProblems.changedMeanwhile();
        }
        Script script = text == null
                ? UsualScripts.of(language, kind)
                        .map(usual -> new Script(language, kind, usual.text(), true, version + 1, by, now))
                        .orElseThrow(() ->
                                Problems.field("text", "must be given: none of this language comes with the service"))
                : new Script(language, kind, checked(language, kind, lines(text)), false, version + 1, by, now);
        store.put(tx, script);
        return script;
    }

    /** As it was given, however its lines end where it was written. */
    private static String lines(String text) {
        return text.strip().replaceAll("\\R", "\n");
    }

    private static String checked(String language, ScriptKind kind, String text) {
        String fault = ScriptRules.fault(language, kind, text);
        if (fault != null) {
            throw Problems.field("text", fault);
        }
        return text;
    }
}
