package org.secondperiod.kit.cipher;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.Topics;

/** Names and contacts as they travel and lie: the JSON of {@link PersonChanged} under the district's key. */
@ApplicationScoped
public class PeopleCipher {

    /** What a person is bound to, before the student's id. */
    public static final String CONTEXT = Topics.PEOPLE.name();

    private final DistrictCipher cipher;

    PeopleCipher(DistrictCipher cipher) {
        this.cipher = cipher;
    }

    /** Encrypts a person for {@code roster.people.v1}. */
    public Encrypted write(PersonChanged person) {
        return cipher.encrypt(context(person.studentId()), EventJson.write(person))
                .withVersion(person.version());
    }

    /**
     * Reads a person.
     *
     * @throws UndecipherableException if it is not this student's, or not under this district's key
     */
    public PersonChanged read(String studentId, Encrypted value) {
        return EventJson.read(cipher.decrypt(context(studentId), value), PersonChanged.class);
    }

    private static String context(String studentId) {
        return CONTEXT + "|" + studentId;
    }
}
