package org.secondperiod.entry.readerkeys.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/** Which nonces were used. */
@ApplicationScoped
public class NonceStore {

    /** Takes a nonce; false where the key has used it before. Of two that come at once, one waits for the other. */
    public boolean claim(Handle tx, String keyId, String nonce, Instant signedAt) {
        return tx.createUpdate("""
                        INSERT INTO reader_nonce (key_id, nonce, signed_at) VALUES (:key, :nonce, :signedAt)
                        ON CONFLICT DO NOTHING""")
                        .bind("key", keyId)
                        .bind("nonce", nonce)
                        .bind("signedAt", signedAt.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }
}
