package org.secondperiod.local.stack;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one part at this moment.
 *
 * @param state {@code ready}, {@code starting} (it runs and does not answer yet) or {@code stopped}
 */
public record PartStatus(
        Part part,
        int port,
        @Nullable Long pid,
        String state,
        @Nullable Instant since) {

    public boolean isReady() {
        return "ready".equals(state);
    }
}
