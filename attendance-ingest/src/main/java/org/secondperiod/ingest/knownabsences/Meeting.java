package org.secondperiod.ingest.knownabsences;

import org.jspecify.annotations.Nullable;

/** What a declared absence is to the one that is stored. */
sealed interface Meeting {

    /** It takes effect, at this version. */
    record Changed(Declared now) implements Meeting {}

    /** It says what is stored already. */
    record Unchanged(Declared stored) implements Meeting {}

    /** A newer version is stored: this one has no effect any more. */
    record Stale(Declared stored) implements Meeting {}

    /** It cannot be: the version was used for something else, or the absence is another student's. */
    record Refused(String field, String why) implements Meeting {}

    /** Compares them. */
    static Meeting of(@Nullable Declared stored, Declared declared) {
        if (stored == null) {
            return new Changed(declared.at(declared.version() == null ? 1 : declared.version()));
        }
        if (!stored.student().equals(declared.student())) {
            return new Refused("studentId", "is another than before; withdraw this absence and declare another one");
        }
        long known = stored.version() == null ? 0 : stored.version();
        if (declared.version() == null) {
            return stored.saysWhat(declared) ? new Unchanged(stored) : new Changed(declared.at(known + 1));
        }
        if (declared.version() < known) {
            return new Stale(stored);
        }
        if (declared.version() > known) {
            return new Changed(declared);
        }
        return stored.saysWhat(declared)
                ? new Unchanged(stored)
                : new Refused("version", "was sent before with other content; only a higher version may change it");
    }
}
