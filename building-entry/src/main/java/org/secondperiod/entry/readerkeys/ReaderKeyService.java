package org.secondperiod.entry.readerkeys;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readerkeys.db.ReaderKeyStore;
import org.secondperiod.entry.readers.ReaderProblems;
import org.secondperiod.entry.readers.db.ReaderStore;
import org.secondperiod.entry.signatures.FreshPair;
import org.secondperiod.entry.signatures.VerifyingKey;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.time.MachineClock;

/** Issues, lists and revokes the keys of readers. */
@ApplicationScoped
public class ReaderKeyService {

    private static final Logger LOG = Logger.getLogger(ReaderKeyService.class);

    /** The one in use, and the one that takes its place. */
    private static final int VALID_AT_ONCE = 2;

    private static final int LISTED = 100;
    private static final int ID_BYTES = 10;

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;
    private final ReaderStore readers;
    private final ReaderKeyStore keys;
    private final AuditTrail trail;

    ReaderKeyService(Jdbi jdbi, ReaderStore readers, ReaderKeyStore keys, AuditTrail trail) {
        this.jdbi = jdbi;
        this.readers = readers;
        this.keys = keys;
        this.trail = trail;
    }

    /**
     * Issues a key; a third valid one is refused (409).
     *
     * @param publicKey of a pair that the reader made; without it one is made here. The reader's own valid one again changes nothing
     * @param validUntil when it ends by itself, none if never
     * @param by the subject of the credential that asks for it
     */
    public IssuedKey issue(String readerId, @Nullable String publicKey, @Nullable Instant validUntil, String by) {
        Instant now = MachineClock.now();
        if (validUntil != null && !validUntil.isAfter(now)) {
            throw ReaderKeyProblems.over();
        }
        if (publicKey == null) {
            FreshPair pair = FreshPair.make();
            return new IssuedKey(add(readerId, pair.verifying(), validUntil, by, now), pair.privatePem());
        }
        return new IssuedKey(add(readerId, read(publicKey), validUntil, by, now), null);
    }

    private ReaderKey add(
            String readerId, VerifyingKey publicKey, @Nullable Instant validUntil, String by, Instant now) {
        return jdbi.inTransaction(tx -> {
            if (readers.lock(tx, readerId).isEmpty()) {
                throw ReaderProblems.notRegistered(readerId);
            }
            trail.about(readerId);
            Optional<ReaderKey> known = keys.findPublic(tx, publicKey);
            if (known.isPresent()) {
                return again(known.get(), readerId, now);
            }
            if (keys.valid(tx, readerId, now) >= VALID_AT_ONCE) {
                throw ReaderKeyProblems.twoKeys();
            }
            ReaderKey key = new ReaderKey(keyId(), readerId, publicKey, now, by, validUntil, null, null, null);
            if (!keys.add(tx, key)) {
                throw ReaderKeyProblems.keyInUse();
            }
            LOG.infof("A reader has a new key, %s, readerId=%s", key.keyId(), readerId);
            return key;
        });
    }

    private static ReaderKey again(ReaderKey known, String readerId, Instant now) {
        if (!known.readerId().equals(readerId) || known.state(now) != ReaderKey.State.VALID) {
            throw ReaderKeyProblems.keyInUse();
        }
        return known;
    }

    /** The newest 100 keys of a registered reader, revoked and ended ones too. */
    public List<ReaderKey> list(String readerId) {
        return jdbi.inTransaction(handle -> {
            requireRegistered(handle, readerId);
            trail.about(readerId);
            return keys.of(handle, readerId, LISTED);
        });
    }

    /** Revokes a key: from now on no replica accepts it. Again, it changes nothing. */
    public void revoke(String readerId, String keyId, String by) {
        jdbi.useTransaction(tx -> {
            requireRegistered(tx, readerId);
            trail.about(readerId);
            if (!keys.revoke(tx, readerId, keyId, MachineClock.now(), by)) {
                throw ReaderKeyProblems.noSuchKey();
            }
        });
        LOG.infof("Key %s of a reader is revoked, readerId=%s", keyId, readerId);
    }

    private void requireRegistered(Handle handle, String readerId) {
        if (readers.find(handle, readerId).isEmpty()) {
            throw ReaderProblems.notRegistered(readerId);
        }
    }

    private static VerifyingKey read(String publicKey) {
        try {
            return VerifyingKey.read(publicKey);
        } catch (IllegalArgumentException e) {
            throw ReaderKeyProblems.noKey(e);
        }
    }

    private String keyId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return "rk-" + HexFormat.of().formatHex(id);
    }
}
