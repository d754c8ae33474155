package org.secondperiod.entry.signatures;

/** A signature, or what belongs to it, cannot be read. The message says why and quotes nothing of the request but names. */
public final class UnreadableSignature extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableSignature(String why) {
        super(why, null, false, false);
    }

    /** Why, as a sentence for whoever wrote the signature. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
