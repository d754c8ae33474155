package org.secondperiod.images;

/** An image cannot be made, for a reason that is said. */
final class ImageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImageException(String message) {
        super(message);
    }

    ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
