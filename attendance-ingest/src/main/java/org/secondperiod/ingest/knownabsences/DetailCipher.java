package org.secondperiod.ingest.knownabsences;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.cipher.DistrictCipher;
import org.secondperiod.kit.ids.StudentId;

/** Encrypts what an absence is about, bound to the student. */
@ApplicationScoped
public class DetailCipher {

    /** What a detail is bound to, before the student's id. */
    public static final String CONTEXT = Topics.KNOWN_ABSENCES.name();

    private final DistrictCipher cipher;

    DetailCipher(DistrictCipher cipher) {
        this.cipher = cipher;
    }

    /** The detail under the district's key. */
    public Encrypted seal(StudentId student, String detail) {
        return cipher.encrypt(context(student), detail.getBytes(UTF_8));
    }

    /** The same as JSON. */
    public String sealedJson(StudentId student, String detail) {
        return new String(EventJson.write(seal(student, detail)), UTF_8);
    }

    /** The detail in the clear. */
    public String open(StudentId student, String sealedJson) {
        var sealed = EventJson.read(sealedJson.getBytes(UTF_8), Encrypted.class);
        return new String(cipher.decrypt(context(student), sealed), UTF_8);
    }

    private static String context(StudentId student) {
        return CONTEXT + "|" + student.value();
    }
}
