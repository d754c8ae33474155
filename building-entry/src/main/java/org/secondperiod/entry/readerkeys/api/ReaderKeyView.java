package org.secondperiod.entry.readerkeys.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readerkeys.ReaderKey;

/** A key as it is listed. */
@Schema(name = "ReaderKey")
public record ReaderKeyView(
        @Schema(description = "What a signature names as keyid", examples = "rk-0a1b2c3d4e5f60718293")
        String keyId,

        String readerId,
        ReaderKey.State state,

        @Schema(description = "The public key, base64 of its DER")
        String publicKey,

        Instant createdAt,

        @Schema(description = "The subject of the credential that issued it")
        String createdBy,

        @Schema(description = "When it ends by itself, by the machine's clock") @Nullable
        Instant validUntil,

        @Schema(description = "When a signature of it was last accepted, to the minute") @Nullable
        Instant lastUsed,

        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {

    static ReaderKeyView of(ReaderKey key) {
        return new ReaderKeyView(
                key.keyId(),
                key.readerId(),
                key.state(),
                key.key().base64(),
                key.createdAt(),
                key.createdBy(),
                key.validUntil(),
                key.lastUsed(),
                key.revokedAt(),
                key.revokedBy());
    }
}
