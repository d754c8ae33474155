package org.secondperiod.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student's name and whom to call: the only event with direct identifiers. On the wire it is the JSON of this record
 * inside an {@link Encrypted}; the latest wins by version.
 *
 * @param language the family's language (BCP 47)
 * @param contacts in the order in which they are called
 * @param ofAge the rights are the student's own: 18 or older; none means that the roster does not say so
 */
public record PersonChanged(
        String eventId,
        String studentId,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language,
        List<Phone> phones,
        List<Contact> contacts,
        @Nullable Boolean ofAge,
        long version,
        Instant recordedAt)
        implements Event {

    /**
     * A person who may be called for the student.
     *
     * @param order 1 is called first
     * @param restriction why this contact may not be called or told, as the roster states it; none means none
     * @param callable false where a restriction, a court order or do-not-call bars the call itself
     * @param interpreter an interpreter is needed
     * @param consent may be called and told of a student who is of age: the student has agreed, or is their dependent
     */
    public record Contact(
            String contactId,
            String givenName,
            String familyName,
            @Nullable String relation,
            int order,
            @Nullable String language,
            boolean interpreter,
            @Nullable String restriction,
            boolean callable,
            @Nullable Boolean consent,
            List<Phone> phones) {}

    /**
     * A number.
     *
     * @param asGiven as the roster had it
     * @param e164 normalised; none where it is not a possible number
     * @param type mobile, home, work, sms, fax or other, as far as the roster tells
     * @param problem why it can not be dialled, where it can not
     */
    public record Phone(
            String asGiven,
            @Nullable String e164,
            @Nullable String type,
            @Nullable String problem) {}
}
