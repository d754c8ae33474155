package org.secondperiod.kit.identity;

import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Tells what is wrong with a token from what is wrong with the provider whose keys would show whether it holds. */
final class ProviderFaults {

    private ProviderFaults() {}

    /** Whether the provider did not answer, so that nothing is known of the token. */
    static boolean isOne(Throwable error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException || cause instanceof VertxException) {
                return true;
            }
        }
        return false;
    }
}
