package org.secondperiod.outreach.roster;

import org.jspecify.annotations.Nullable;

/**
 * A student as a caller sees one.
 *
 * @param ofAge the rights are the student's own: 18 or older, as the roster says
 */
public record StudentView(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language,
        @Nullable String grade,
        @Nullable String homeroom,
        boolean ofAge) {

    /** What to call the student. */
    public String calledName() {
        return preferredName == null ? givenName : preferredName;
    }
}
