package org.secondperiod.entry.readerkeys;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.signatures.VerifyingKey;
import org.secondperiod.kit.time.MachineClock;

/**
 * A key of a reader. Its times are the machine's, as those of tokens are: a simulated day says nothing of how long a key holds.
 *
 * @param createdBy the subject of the credential that issued it
 * @param validUntil when it ends by itself, none if never
 * @param lastUsed when a signature of it was last accepted, to the minute; by the clock of the service, as all that is heard from readers
 */
public record ReaderKey(
        String keyId,
        String readerId,
        VerifyingKey key,
        Instant createdAt,
        String createdBy,
        @Nullable Instant validUntil,
        @Nullable Instant lastUsed,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    /** Whether signatures of a key are accepted. */
    @Schema(name = "ReaderKeyState")
    public enum State {
        VALID,
        EXPIRED,
        REVOKED
    }

    /** Its state now. */
    public State state() {
        return state(MachineClock.now());
    }

    /** Its state at a moment; what is revoked stays revoked. */
    State state(Instant machineNow) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return validUntil != null && !validUntil.isAfter(machineNow) ? State.EXPIRED : State.VALID;
    }
}
