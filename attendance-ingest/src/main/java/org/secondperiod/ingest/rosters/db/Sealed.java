package org.secondperiod.ingest.rosters.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;
import org.secondperiod.kit.cipher.DistrictCipher;

/** Columns that hold people: a record as JSON under the district's key, bound to the row that it belongs to. */
@ApplicationScoped
public class Sealed {

    private final DistrictCipher cipher;

    Sealed(DistrictCipher cipher) {
        this.cipher = cipher;
    }

    /** @param row the table and key, such as {@code roster_user|S1} */
    public String seal(String row, Object content) {
        return new String(EventJson.write(cipher.encrypt(row, EventJson.write(content))), StandardCharsets.UTF_8);
    }

    public <T> T open(String row, String sealed, Class<T> type) {
        Encrypted encrypted = EventJson.read(sealed.getBytes(StandardCharsets.UTF_8), Encrypted.class);
        return EventJson.read(cipher.decrypt(row, encrypted), type);
    }
}
