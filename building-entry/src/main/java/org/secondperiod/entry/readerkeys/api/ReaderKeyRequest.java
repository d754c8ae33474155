package org.secondperiod.entry.readerkeys.api;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new key is to be. */
@Schema(name = "NewReaderKey")
public record ReaderKeyRequest(
        @Schema(
                description =
                        "The Ed25519 public key of a pair that the reader made, so that the private key never leaves it: PEM, or base64 of its DER or of its 32 bytes. Without it, a pair is made here",
                examples = "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=")
        @Size(max = 500)
        @Nullable
        String publicKey,

        @Schema(
                description = "When it ends by itself; without it, when it is revoked",
                examples = "2027-07-01T00:00:00-04:00")
        @Nullable
        OffsetDateTime validUntil) {

    @Nullable
    Instant end() {
        return validUntil == null ? null : validUntil.toInstant();
    }
}
