package org.secondperiod.outreach.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be called about a student, or must not be.
 *
 * @param order 1 is called first
 * @param interpreter an interpreter is needed
 * @param restriction what the roster says of whether they may be called or told
 * @param callable false where that bars the call itself
 */
public record FamilyContact(
        String contactId,
        String givenName,
        String familyName,
        @Nullable String relation,
        int order,
        @Nullable String language,
        boolean interpreter,
        @Nullable String restriction,
        boolean callable,
        List<FamilyNumber> numbers) {

    /** Shows nobody, so that no name comes into a log by accident. */
    @Override
    public String toString() {
        return "FamilyContact[" + contactId + "]";
    }
}
