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

    /**
     * A value and how to see that it changed.
     *
     * @param details sealed, to something new each time
     * @param mark equal for equal content
     */
    public record Value(String details, String mark) {}

    /** @param row the table and key, such as {@code roster_user|S1} */
    public Value seal(String row, Object content) {
        byte[] json = EventJson.write(content);
        String details = new String(EventJson.write(cipher.encrypt(row, json)), StandardCharsets.UTF_8);
        return new Value(details, cipher.mark(row, json));
    }

    /** The mark alone, of what is not kept. */
    public String mark(String row, Object content) {
        return cipher.mark(row, EventJson.write(content));
    }

    public <T> T open(String row, String sealed, Class<T> type) {
        Encrypted encrypted = EventJson.read(sealed.getBytes(StandardCharsets.UTF_8), Encrypted.class);
        return EventJson.read(cipher.decrypt(row, encrypted), type);
    }
}
