package org.secondperiod.outreach.roster.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.db.StoredJson;
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
        try {
            PersonChanged person = cipher.read(student.value(), StoredJson.read(sealed, Encrypted.class));
            return Optional.of(new PersonName(
                    person.givenName(),
                    person.familyName(),
                    person.preferredName(),
                    person.pronunciation(),
                    person.language()));
        } catch (UndecipherableException e) {
            LOG.warnf("A person cannot be deciphered: studentId=%s", student);
            return Optional.empty();
        }
    }
}
