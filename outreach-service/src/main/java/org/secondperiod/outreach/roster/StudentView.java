package org.secondperiod.outreach.roster;

import org.jspecify.annotations.Nullable;

/** A student as a caller sees one. */
public record StudentView(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language,
        @Nullable String grade,
        @Nullable String homeroom) {

    /** What to call the student. */
    public String calledName() {
        return preferredName == null ? givenName : preferredName;
    }
}
