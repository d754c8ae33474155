package org.secondperiod.entry;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.TestTopics;

/** What the service has told the others. */
@Singleton
public class EntryTopics {

    private final TestTopics topics;

    EntryTopics(TestTopics topics) {
        this.topics = topics;
    }

    /** The scans of a reader, in no order. */
    public List<Scan> scans(String readerId) {
        return topics.readAll(Topics.SCANS).stream()
                .filter(scan -> scan.readerId().equals(readerId))
                .toList();
    }

    /** Waits until a reader's scans are as wanted. */
    public List<Scan> awaitScans(String readerId, Predicate<List<Scan>> wanted) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> scans(readerId), wanted);
    }

    /** What was told of a reader, in order. */
    public List<ReaderChanged> news(String readerId) {
        return topics.readAll(Topics.READERS).stream()
                .filter(event -> event.readerId().equals(readerId))
                .toList();
    }

    /** Waits until so much was told of a reader. */
    public List<ReaderChanged> awaitNews(String readerId, int count) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> news(readerId), news -> news.size() >= count);
    }
}
