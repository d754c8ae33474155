package org.secondperiod.bench.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.BenchTopics;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** Looks at reporting-service from behind: how far its consumers are, whether it has anything left to do, how much memory it has. */
final class Reporting implements AutoCloseable {

    private static final String[] READ = {
        Topics.MARKS.name(),
        Topics.TAKEN.name(),
        Topics.SCHOOLS.name(),
        Topics.ENROLMENTS.name(),
        Topics.CALLS.name(),
        Topics.CALL_TASKS.name(),
        Topics.WHEREABOUTS.name()
    };

    private static final String STANDS_AT = """
            SELECT coalesce(sum(next_offset), 0) FROM consumer_offset
            WHERE consumer = 'reporting' AND topic NOT LIKE 'outreach.%' OR consumer = 'reporting-outreach' AND topic LIKE 'outreach.%'""";

    private static final String NOTHING_LEFT = """
            SELECT CASE WHEN EXISTS (SELECT FROM refresh) OR EXISTS (SELECT FROM outreach_due) OR EXISTS (SELECT FROM outbox)
                THEN 1 ELSE 0 END""";

    private final BenchStack stack;
    private final BenchTopics topics;
    private final Database database;

    Reporting(BenchStack stack) {
        this.stack = stack;
        this.topics = new BenchTopics(stack.layout().bootstrapServers());
        this.database = new Database(stack.layout(), MadeYear.DATABASE);
    }

    Database database() {
        return database;
    }

    /** Where the topics end that it reads. */
    long end() {
        return topics.end(READ);
    }

    /** Waits until it has read everything that is told, counted all that came of it, and told of that. */
    void awaitSettled() {
        awaitSettled(end());
    }

    /** The same up to this end. */
    void awaitSettled(long end) {
        Await.until("reporting-service to settle", () -> database.number(STANDS_AT) >= end && hasNothingLeft());
    }

    /** Whether nothing is to be counted again, and everything that came of it is told. */
    boolean hasNothingLeft() {
        return database.number(NOTHING_LEFT) == 0;
    }

    /** The most memory that its process has ever had, heap and everything else, in MiB. */
    long mostMemory() {
        Path status = Path.of("/proc", String.valueOf(stack.pid(Part.REPORTING)), "status");
        try {
            return Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        topics.close();
        database.close();
    }
}
