package org.secondperiod.bench.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at outreach-service from behind: how far its consumer is, and whether it has anything left to do. */
public final class Outreach implements AutoCloseable {

    private final BenchTopics topics;
    private final Database database;

    public Outreach(BenchStack stack) {
        this.topics = new BenchTopics(stack.layout().bootstrapServers());
        this.database = new Database(stack.layout(), "outreach");
    }

    public Database database() {
        return database;
    }

    public BenchTopics topics() {
        return topics;
    }

    /** Waits until a day is open at so many schools. */
    public void awaitOpen(LocalDate day, int schools) {
        Await.until(
                "the day's opening",
                () -> database.number("SELECT count(*) FROM school_day WHERE opened_at IS NOT NULL AND school_day = '"
                                + day + "'")
                        == schools);
    }

    /** Waits until it has read these topics to where they end now, and is done with all that came of it. */
    public void awaitSettled(Instant now, String... read) {
        awaitSettled(topics.end(read), now, read);
    }

    /** Waits until it has read these topics to the given sum of offsets, decided all that is due, and told it. */
    public void awaitSettled(long end, Instant now, String... read) {
        Await.until("outreach-service to settle", () -> isSettled(end, now, read));
    }

    private boolean isSettled(long end, Instant now, String... read) {
        String names = Stream.of(read).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        return database.number("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic IN (" + names
                                + ")")
                        >= end
                && database.number("SELECT count(*) FROM (SELECT FROM look_again WHERE marked_absent AND at <= '" + now
                                + "' UNION ALL SELECT FROM look_again WHERE NOT marked_absent AND at <= '" + now
                                + "' LIMIT 1)")
                        == 0
                && database.number("SELECT count(*) FROM (SELECT FROM outbox LIMIT 1)") == 0;
    }

    @Override
    public void close() {
        topics.close();
        database.close();
    }
}
