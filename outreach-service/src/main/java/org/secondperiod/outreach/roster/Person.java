package org.secondperiod.outreach.roster;

import org.jspecify.annotations.Nullable;

/**
 * What a student is called. For who may know it.
 *
 * @param preferredName what the student wants to be called, where it is another name
 */
public record Person(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language) {

    /** What to call the student. */
    public String calledName() {
        return preferredName == null ? givenName : preferredName;
    }
}
