package org.secondperiod.outreach.roster.kafka;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.roster.PersonName;
import org.secondperiod.outreach.roster.PersonNumbers;

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
        return read(student, sealed)
                .map(person -> new PersonName(
                        person.givenName(),
                        person.familyName(),
                        person.preferredName(),
                        person.pronunciation(),
                        person.language()));
    }

    /** The numbers of the student and of everybody who may be asked about them; empty likewise. */
    public Optional<PersonNumbers> numbers(StudentId student, String sealed) {
        return read(student, sealed)
                .map(person -> new PersonNumbers(
                        Stream.concat(
                                        e164(person.phones()),
                                        person.contacts().stream()
                                                .filter(Contact::callable)
                                                .flatMap(contact -> e164(contact.phones())))
                                .collect(toSet()),
                        person.contacts().stream()
                                .filter(contact -> !contact.callable())
                                .flatMap(contact -> e164(contact.phones()))
                                .collect(toSet())));
    }

    private static Stream<String> e164(List<Phone> phones) {
        return phones.stream().map(Phone::e164).filter(Objects::nonNull);
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
