package org.secondperiod.local.stack;

/** Something about the local stack that a person must see; the message is what to tell them. */
public class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
