package org.secondperiod.entry.readerkeys;

import org.jspecify.annotations.Nullable;

/**
 * A key that was issued.
 *
 * @param privatePem the private key in PEM where the pair was made here: shown now and never again, none where the reader made it
 */
public record IssuedKey(ReaderKey key, @Nullable String privatePem) {

    /** Without the private key. */
    @Override
    public String toString() {
        return "IssuedKey[" + key.keyId() + "]";
    }
}
