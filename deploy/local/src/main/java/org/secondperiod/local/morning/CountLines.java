package org.secondperiod.local.morning;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.district.School;

/** One line per school as its counts change, at most one in five minutes of the morning. */
final class CountLines implements Runnable {

    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final Stage stage;
    private final Map<String, String> said = new HashMap<>();
    private final Map<String, OffsetDateTime> saidAt = new HashMap<>();

    CountLines(Stage stage) {
        this.stage = stage;
    }

    /** Runs until it is interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                look();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Map<String, Counts> all = stage.summaries().all();
            School.ALL.forEach(school -> tell(school, all.getOrDefault(school.id(), Counts.NONE)));
        } catch (ApiException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            stage.failed(e.getMessage());
        }
    }

    private void tell(School school, Counts counts) {
        String line = counts.line();
        OffsetDateTime now = stage.now();
        OffsetDateTime last = saidAt.get(school.id());
        boolean soon = last != null && Duration.between(last, now).compareTo(AT_MOST_EVERY) < 0;
        if (counts.enrolled() > 0 && !soon && !line.equals(said.get(school.id()))) {
            said.put(school.id(), line);
            saidAt.put(school.id(), now);
            stage.say("  %-15s %s".formatted(school.nickname(), line));
        }
    }
}
