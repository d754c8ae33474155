package org.secondperiod.outreach.scripts;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a script is for. */
@Schema(name = "ScriptKind")
public enum ScriptKind {
    /** Marked absent, and not in the building. */
    ABSENT("school", "contact", "student"),
    /** The student is on the line. */
    TO_STUDENT("school", "student"),
    /** The student is on the line, and the evidence is weak: it asks. */
    STUDENT_ON_THE_WAY("school", "student"),
    /** On weak evidence: it asks, and never says that anybody is absent. */
    ON_THE_WAY("school", "contact", "student"),
    /** The student was in the building and went out again. */
    LEFT_BUILDING("school", "contact", "student"),
    /** For a machine, and for whoever else answers: it tells nothing but whom to call. */
    VOICEMAIL("school");

    private final Set<String> words;

    ScriptKind(String... words) {
        this.words = Set.of(words);
    }

    /** What may stand in it to be filled in. */
    public Set<String> fillIns() {
        return words;
    }
}
