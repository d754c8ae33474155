package org.secondperiod.kit.cipher;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.EventJson;

/** What people write in their own words, as it lies in a database: under the district's key, bound to its row. */
@ApplicationScoped
public class SealedText {

    /** Shown instead of a text that does not open, so that nobody takes it for none. */
    public static final String UNREADABLE = "There is a text here that cannot be opened: its key is not there.";

    private static final Logger LOG = Logger.getLogger(SealedText.class);

    private final DistrictCipher cipher;

    public SealedText(DistrictCipher cipher) {
        this.cipher = cipher;
    }

    /** @param row the table and key, such as {@code sighting|S1}; none is sealed as none */
    public @Nullable String seal(String row, @Nullable String text) {
        return text == null ? null : new String(EventJson.write(cipher.encrypt(row, text.getBytes(UTF_8))), UTF_8);
    }

    /**
     * The text.
     *
     * @param sealed as JSON
     * @param plain as whoever does not seal yet wrote it, before or since: where there is one, it counts
     */
    public @Nullable String open(String row, @Nullable String sealed, @Nullable String plain) {
        if (plain != null || sealed == null) {
            return plain;
        }
        try {
            return new String(cipher.decrypt(row, EventJson.read(sealed.getBytes(UTF_8), Encrypted.class)), UTF_8);
        } catch (UndecipherableException e) {
            LOG.warnf("A text cannot be deciphered: %s", e.getMessage());
            return UNREADABLE;
        }
    }
}
