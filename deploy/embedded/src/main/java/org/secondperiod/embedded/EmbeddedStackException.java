package org.secondperiod.embedded;

/** PostgreSQL or the broker could not be started or stopped. The message is one line that says what to look at. */
public class EmbeddedStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EmbeddedStackException(String message) {
        super(message);
    }

    public EmbeddedStackException(String message, Throwable cause) {
        super(message, cause);
    }
}
