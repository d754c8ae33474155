package org.secondperiod.kit.cipher;

/** A value cannot be decrypted here; the message says why and holds nothing of it. */
public class UndecipherableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UndecipherableException(String why) {
        super("The value cannot be decrypted: " + why);
    }
}
