package org.secondperiod.entry.readerkeys;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.entry.signatures.MessageSignature;
import org.secondperiod.entry.signatures.RequestHead;

/**
 * Why a signature is not accepted. The signature itself is judged first: every later reason is one that only who has the private
 * key can bring about, and nobody else learns more of a key than its id.
 */
final class SignatureRule {

    private SignatureRule() {}

    /**
     * Judges all but the body and the nonce.
     *
     * @param now by the machine's clock
     * @return why it is refused, none if it is not
     */
    static @Nullable RefusalReason judge(
            MessageSignature signature,
            SignedClaim claim,
            RequestHead request,
            ReaderKey key,
            Duration window,
            Instant now) {
        if (!signature.isBy(key.key(), request)) {
            return RefusalReason.SIGNATURE_WRONG;
        }
        return switch (key.state(now)) {
            case REVOKED -> RefusalReason.READER_KEY_REVOKED;
            case EXPIRED -> RefusalReason.READER_KEY_EXPIRED;
            case VALID -> isInTime(claim, window, now) ? null : RefusalReason.SIGNATURE_OUT_OF_TIME;
        };
    }

    private static boolean isInTime(SignedClaim claim, Duration window, Instant now) {
        boolean near =
                !claim.created().isBefore(now.minus(window)) && !claim.created().isAfter(now.plus(window));
        return near && (claim.expires() == null || claim.expires().isAfter(now));
    }
}
