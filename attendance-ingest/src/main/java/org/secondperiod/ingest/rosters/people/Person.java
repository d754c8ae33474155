package org.secondperiod.ingest.rosters.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;

/** What a person event says, without its identity and version. */
public record Person(
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String pronunciation,
        @Nullable String language,
        List<Phone> phones,
        List<Contact> contacts,
        @Nullable Boolean ofAge) {

    static Person of(StudentParts parts) {
        StudentParts.Student student = parts.student();
        PersonDetails details = student.details();
        return new Person(
                details.givenName(),
                details.familyName(),
                details.preferredName(),
                details.pronunciation(),
                student.language(),
                details.phones(),
                Contacts.inCallingOrder(parts.guardians(), student.language()),
                details.ofAge());
    }
}
