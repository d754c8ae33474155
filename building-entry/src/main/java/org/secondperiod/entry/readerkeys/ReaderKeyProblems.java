package org.secondperiod.entry.readerkeys;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import org.secondperiod.entry.readers.RefusalReason;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.kit.problems.Sizes;

/** What can be wrong with a signed request, and with a request about keys. */
public final class ReaderKeyProblems {

    private static final String WANTED =
            "sig=(\"@method\" \"@path\" \"content-type\" \"content-digest\");created;keyid;nonce";

    private ReaderKeyProblems() {}

    static HttpProblem unreadable(String why) {
        return refused(RefusalReason.SIGNATURE_UNREADABLE, "The signature cannot be read", why + ".");
    }

    static HttpProblem unknownKey() {
        return refused(
                "reader-key-not-known",
                "The key is not known",
                "No reader has a key of this keyid here. Look at the keys of the reader, and at the address.");
    }

    static HttpProblem wrong() {
        return refused(
                RefusalReason.SIGNATURE_WRONG,
                "The signature does not fit",
                "It is not this key's for this request: another key made it, or what was signed differs from what was sent.");
    }

    static HttpProblem revoked() {
        return refused(RefusalReason.READER_KEY_REVOKED, "The key is revoked", "Have a new key issued for the reader.");
    }

    static HttpProblem expired() {
        return refused(RefusalReason.READER_KEY_EXPIRED, "The key has ended", "Have a new key issued for the reader.");
    }

    static HttpProblem outOfTime(SignedClaim claim, Duration window, Instant now) {
        long seconds = Duration.between(now, claim.created()).toSeconds();
        String where = seconds > 0 ? "ahead of" : "behind";
        return refused(
                RefusalReason.SIGNATURE_OUT_OF_TIME,
                "The signature is not of now",
                "It was created %d seconds %s our clock, and may be %d away and not after its expires. Set the reader's clock, and sign again each time that something is sent."
                        .formatted(Math.abs(seconds), where, window.toSeconds()));
    }

    static HttpProblem nonceSeen() {
        return refused(
                RefusalReason.NONCE_SEEN,
                "The nonce was used before",
                "This key has signed with this nonce before. Sign again with a new one each time that something is sent, also when the same is sent again.");
    }

    /** A body that is not the one whose digest was signed. */
    public static HttpProblem bodyChanged() {
        return refused(
                RefusalReason.BODY_CHANGED,
                "The body is not the one that was signed",
                "Its digest is another than Content-Digest says. Nothing of it was read: sign what is sent, byte for byte.");
    }

    /** A body that is larger than a signed one may be. */
    public static HttpProblem tooLarge(long maxBytes) {
        return Problems.of(
                413,
                RefusalReason.BODY_TOO_LARGE.type(),
                "The body is too large",
                "A signed body may have " + Sizes.inWords(maxBytes)
                        + ". Send less at a time, or larger bodies with client credentials.");
    }

    static HttpProblem otherReader() {
        return Problems.of(
                403,
                RefusalReason.OTHER_READER.type(),
                "Not this key's reader",
                "A reader's key speaks for that reader and for no other one.");
    }

    private static HttpProblem refused(RefusalReason reason, String title, String detail) {
        return refused(reason.type(), title, detail);
    }

    private static HttpProblem refused(String type, String title, String detail) {
        return Problems.build(401, type, title, detail)
                .withHeader("WWW-Authenticate", "Bearer")
                .withHeader("Accept-Signature", WANTED)
                .build();
    }

    static HttpProblem twoKeys() {
        return Problems.of(
                409,
                "reader-has-two-keys",
                "The reader has two valid keys",
                "Two are for rotation: revoke the one that is not used any more, then have a new one issued.");
    }

    static HttpProblem keyInUse() {
        return Problems.of(
                409,
                "reader-key-in-use",
                "The public key was registered before",
                "It is another reader's, or it was revoked or has ended. Each reader has a pair of its own: make a new one.");
    }

    static HttpProblem noKey(IllegalArgumentException why) {
        return Problems.field("publicKey", String.valueOf(why.getMessage()));
    }

    static HttpProblem over() {
        return Problems.field("validUntil", "is over already, by the machine's clock");
    }

    static HttpProblem noSuchKey() {
        return Problems.notFound("The reader has no key of this id.");
    }
}
