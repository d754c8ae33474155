package org.secondperiod.outreach.roster;

import org.jspecify.annotations.Nullable;

/**
 * What a student is called, how to say it, and the language of the family.
 *
 * @param ofAge the rights are the student's own
 */
public record PersonName(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language,
        boolean ofAge) {}
