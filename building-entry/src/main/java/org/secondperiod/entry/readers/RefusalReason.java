package org.secondperiod.entry.readers;

/**
 * Why a request that was signed in the name of a reader was refused. Strangers can bring about the first two, who need to know no
 * more than a key's id; the others only whoever has the private key, or a request that was signed with it.
 */
public enum RefusalReason {
    SIGNATURE_UNREADABLE("signature-unreadable"),
    SIGNATURE_WRONG("signature-wrong"),
    READER_KEY_REVOKED("reader-key-revoked"),
    READER_KEY_EXPIRED("reader-key-expired"),
    SIGNATURE_OUT_OF_TIME("signature-out-of-time"),
    NONCE_SEEN("nonce-seen"),
    BODY_TOO_LARGE("body-too-large"),
    BODY_CHANGED("body-changed"),
    OTHER_READER("other-reader");

    private final String type;

    RefusalReason(String type) {
        this.type = type;
    }

    /** The type of the problem that was answered. */
    public String type() {
        return type;
    }
}
