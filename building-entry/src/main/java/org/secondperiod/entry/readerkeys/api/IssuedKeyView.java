package org.secondperiod.entry.readerkeys.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key that was just issued. */
@Schema(name = "IssuedReaderKey")
public record IssuedKeyView(
        ReaderKeyView key,

        @Schema(
                description =
                        "The private key in PEM (PKCS #8), where the pair was made here. It is shown now and kept nowhere")
        @Nullable
        String privateKey) {

    /** Without the private key. */
    @Override
    public String toString() {
        return "IssuedKeyView[" + key.keyId() + "]";
    }
}
