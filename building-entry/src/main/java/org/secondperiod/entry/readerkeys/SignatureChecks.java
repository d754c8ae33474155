package org.secondperiod.entry.readerkeys;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readerkeys.db.NonceStore;
import org.secondperiod.entry.readerkeys.db.ReaderKeyStore;
import org.secondperiod.entry.readers.RefusalCounts;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.entry.signatures.MessageSignature;
import org.secondperiod.entry.signatures.RequestHead;
import org.secondperiod.entry.signatures.UnreadableSignature;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.kit.time.Times;

/** Decides who signed a request, before a byte of its body is read. Keys are looked up each time, so that a revocation holds at once. */
@ApplicationScoped
public class SignatureChecks {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ReaderKeysConfig config;
    private final ReaderKeyStore keys;
    private final NonceStore nonces;
    private final RefusalCounts refusals;

    SignatureChecks(
            Jdbi jdbi,
            Clock clock,
            ReaderKeysConfig config,
            ReaderKeyStore keys,
            NonceStore nonces,
            RefusalCounts refusals) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.config = config;
        this.keys = keys;
        this.nonces = nonces;
        this.refusals = refusals;
    }

    /**
     * The reader that signed.
     *
     * @param length of the body, where the request tells
     * @throws HttpProblem where the signature is not accepted; the refusal is counted
     */
    public ReaderPrincipal check(RequestHead request, @Nullable Long length) {
        MessageSignature signature = read(request);
        ReaderKey key = key(signature.input().text("keyid"));
        try {
            SignedClaim claim = SignedClaim.read(signature.input(), request);
            accept(signature, claim, request, key, length);
            return new ReaderPrincipal(key.readerId(), claim.digest());
        } catch (UnreadableSignature e) {
            throw refused(key, RefusalReason.SIGNATURE_UNREADABLE, ReaderKeyProblems.unreadable(e.why()));
        }
    }

    private MessageSignature read(RequestHead request) {
        try {
            return MessageSignature.read(request);
        } catch (UnreadableSignature e) {
            refusals.addUnknown();
            throw ReaderKeyProblems.unreadable(e.why());
        }
    }

    private ReaderKey key(@Nullable String keyId) {
        if (keyId == null || !Ids.isId(keyId)) {
            refusals.addUnknown();
            throw ReaderKeyProblems.unreadable("The parameter keyid is the id of a reader's key");
        }
        return jdbi.withHandle(handle -> keys.find(handle, keyId)).orElseThrow(() -> {
            refusals.addUnknown();
            return ReaderKeyProblems.unknownKey();
        });
    }

    private void accept(
            MessageSignature signature, SignedClaim claim, RequestHead request, ReaderKey key, @Nullable Long length) {
        Instant now = MachineClock.now();
        RefusalReason reason = SignatureRule.judge(signature, claim, request, key, config.window(), now);
        if (reason != null) {
            throw refused(key, reason, problem(reason, claim, now));
        }
        long most = config.maxBytes().asLongValue();
        if (length != null && length > most) {
            throw refused(key, RefusalReason.BODY_TOO_LARGE, ReaderKeyProblems.tooLarge(most));
        }
        boolean fresh = jdbi.inTransaction(tx -> {
            boolean isNew = nonces.claim(tx, key.keyId(), claim.nonce(), claim.created());
            if (isNew) {
                keys.used(tx, key.keyId(), Times.now(clock));
            }
            return isNew;
        });
        if (!fresh) {
            throw refused(key, RefusalReason.NONCE_SEEN, ReaderKeyProblems.nonceSeen());
        }
    }

    private HttpProblem problem(RefusalReason reason, SignedClaim claim, Instant now) {
        return switch (reason) {
            case READER_KEY_REVOKED -> ReaderKeyProblems.revoked();
            case READER_KEY_EXPIRED -> ReaderKeyProblems.expired();
            case SIGNATURE_OUT_OF_TIME -> ReaderKeyProblems.outOfTime(claim, config.window(), now);
            default -> ReaderKeyProblems.wrong();
        };
    }

    private HttpProblem refused(ReaderKey key, RefusalReason reason, HttpProblem problem) {
        refusals.add(key.readerId(), reason);
        return problem;
    }
}
