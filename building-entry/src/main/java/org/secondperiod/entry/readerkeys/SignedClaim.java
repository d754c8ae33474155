package org.secondperiod.entry.readerkeys;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.signatures.ContentDigest;
import org.secondperiod.entry.signatures.RequestHead;
import org.secondperiod.entry.signatures.SignatureInput;
import org.secondperiod.entry.signatures.UnreadableSignature;

/**
 * What a request claims by its signature.
 *
 * @param created when it was signed, by the signer's clock
 * @param expires when the signer no longer stands by it, none where it does not say
 * @param nonce not used before with this key
 * @param digest what the body must be
 */
public record SignedClaim(Instant created, @Nullable Instant expires, String nonce, ContentDigest digest) {

    private static final int SHORTEST_NONCE = 16;
    private static final int LONGEST_NONCE = 64;

    /**
     * Reads the claim, and sees to it that the signature covers all that makes the request what it is.
     *
     * @throws UnreadableSignature where something is missing, left out of the signature or not of its form
     */
    static SignedClaim read(SignatureInput input, RequestHead request) {
        covers(input, "@method");
        covers(input, "@path");
        covers(input, "content-digest");
        if (request.field("content-type") != null) {
            covers(input, "content-type");
        }
        if (request.query() != null) {
            covers(input, "@query");
        }
        String algorithm = input.text("alg");
        if (input.parameters().containsKey("alg") && !"ed25519".equals(algorithm)) {
            throw new UnreadableSignature("The parameter alg, where it is given, is \"ed25519\"");
        }
        return new SignedClaim(
                moment(input, "created"),
                input.parameters().containsKey("expires") ? moment(input, "expires") : null,
                nonce(input),
                ContentDigest.read(request.required(ContentDigest.HEADER)));
    }

    private static void covers(SignatureInput input, String component) {
        List<String> covered = input.components();
        if (!covered.contains(component)) {
            throw new UnreadableSignature("The signature does not cover \"" + component + "\"");
        }
    }

    private static Instant moment(SignatureInput input, String name) {
        Long seconds = input.number(name);
        try {
            if (seconds != null) {
                return Instant.ofEpochSecond(seconds);
            }
        } catch (DateTimeException ignored) {
            // answered below, like a moment that is missing
        }
        throw new UnreadableSignature("The parameter " + name + " is a moment in whole seconds since 1970");
    }

    private static String nonce(SignatureInput input) {
        String nonce = input.text("nonce");
        if (nonce == null || nonce.length() < SHORTEST_NONCE || nonce.length() > LONGEST_NONCE) {
            throw new UnreadableSignature("The parameter nonce is a text of %d to %d characters, a new one each time"
                    .formatted(SHORTEST_NONCE, LONGEST_NONCE));
        }
        return nonce;
    }
}
