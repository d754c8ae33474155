package org.secondperiod.outreach.roster.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.roster.Family;
import org.secondperiod.outreach.roster.FamilyContact;
import org.secondperiod.outreach.roster.FamilyContact.Agreement;
import org.secondperiod.outreach.roster.FamilyNumber;
import org.secondperiod.outreach.roster.PersonName;

/** Opens what {@code roster.people.v1} holds of a student. */
@ApplicationScoped
public class PersonOpener {

    private static final Logger LOG = Logger.getLogger(PersonOpener.class);

    private final PeopleCipher cipher;

    PersonOpener(PeopleCipher cipher) {
        this.cipher = cipher;
    }

    /** The name in a ciphertext, given as JSON; empty if it is another student's, or under another key. */
    public Optional<PersonName> open(StudentId student, String sealed) {
        return read(student, sealed).map(PersonOpener::name);
    }

    /**
     * The student with everybody who may be asked about them, or must not be, as the roster has it; empty likewise. Who may be called of a
     * student who is of age is said by {@link org.secondperiod.outreach.ofage.FamiliesService}.
     */
    public Optional<Family> family(StudentId student, String sealed) {
        return read(student, sealed)
                .map(person -> new Family(
                        name(person),
                        numbers(person.phones()),
                        person.contacts().stream().map(PersonOpener::contact).toList(),
                        false));
    }

    private static PersonName name(PersonChanged person) {
        return new PersonName(
                person.givenName(),
                person.familyName(),
                person.preferredName(),
                person.pronunciation(),
                person.language(),
                Boolean.TRUE.equals(person.ofAge()));
    }

    private static FamilyContact contact(Contact contact) {
        return new FamilyContact(
                contact.contactId(),
                contact.givenName(),
                contact.familyName(),
                contact.relation(),
                contact.order(),
                contact.language(),
                contact.interpreter(),
                contact.restriction(),
                contact.callable(),
                Boolean.TRUE.equals(contact.consent()) ? Agreement.GIVEN : Agreement.NOT_NEEDED,
                numbers(contact.phones()));
    }

    private static List<FamilyNumber> numbers(List<Phone> phones) {
        return phones.stream()
                .map(each -> new FamilyNumber(each.asGiven(), each.e164(), each.type(), each.problem()))
                .toList();
    }

    private Optional<PersonChanged> read(StudentId student, String sealed) {
        try {
            return Optional.of(cipher.read(student.value(), StoredJson.read(sealed, Encrypted.class)));
        } catch (UndecipherableException e) {
            LOG.warnf("A person cannot be deciphered: studentId=%s", student);
            return Optional.empty();
        }
    }
}
