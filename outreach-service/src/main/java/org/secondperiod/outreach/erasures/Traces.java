package org.secondperiod.outreach.erasures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is left of an erased student outside of the databases, and when it ends by itself.
 *
 * @param topics with how long each keeps what was told
 * @param deadLetters topics of what could not be taken in
 */
public record Traces(List<Kept> topics, List<Kept> deadLetters) {

    /** Kafka deletes by whole segments, and closes one a week after it was begun, if it is not full before. */
    public static final Duration SEGMENT = Duration.ofDays(7);

    /**
     * A topic.
     *
     * @param how what ends it there
     */
    public record Kept(String topic, Duration kept, String how) {

        /** When the last trace is gone, counted from the last moment at which one was written. */
        public Instant goneBy(Instant last) {
            return last.plus(kept).plus(SEGMENT);
        }
    }

    /** When the last of them all is gone. */
    public Instant lastGoneBy(Instant last) {
        return Stream.concat(topics.stream(), deadLetters.stream())
                .map(each -> each.goneBy(last))
                .max(Instant::compareTo)
                .orElse(last);
    }
}
