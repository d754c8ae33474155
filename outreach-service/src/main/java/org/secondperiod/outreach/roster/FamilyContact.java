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
 * @param agreement whether a student who is of age has agreed that they are called
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
        Agreement agreement,
        List<FamilyNumber> numbers) {

    /** Of a student who is of age. */
    public enum Agreement {
        /** The student is not of age, or the district calls the family all the same. */
        NOT_NEEDED,
        GIVEN,
        MISSING
    }

    /** Whether they may be called at all. */
    public boolean mayBeCalled() {
        return callable && agreement != Agreement.MISSING;
    }

    /** The same with another agreement. */
    public FamilyContact with(Agreement other) {
        return new FamilyContact(
                contactId,
                givenName,
                familyName,
                relation,
                order,
                language,
                interpreter,
                restriction,
                callable,
                other,
                numbers);
    }

    /** Shows nobody, so that no name comes into a log by accident. */
    @Override
    public String toString() {
        return "FamilyContact[" + contactId + "]";
    }
}
