package org.secondperiod.system.faults;

import org.secondperiod.local.stack.Part;

/** The outreach-service that a test works with; after a crash another process takes its place. */
final class Outreach implements AutoCloseable {

    private final Stand stand;
    private ServiceProcess process;

    Outreach(Stand stand) {
        this.stand = stand;
        this.process = stand.start(Part.OUTREACH);
    }

    ServiceProcess process() {
        return process;
    }

    /** Starts another process where this one has ended. */
    void startAgain() {
        process.close();
        process = stand.start(Part.OUTREACH);
    }

    /** Kills it when it gets to the step, and starts another; what it had begun is rolled back, as when a machine dies. */
    Play.Fault killedAt(String what, String table) {
        return telling -> {
            var step = Breakpoint.on(stand.jdbcUrl(Part.OUTREACH), what, table);
            telling.run();
            step.awaitHit();
            process.kill();
            step.endWaiting();
            startAgain();
        };
    }

    /** Kills it while its commit is under way; the database may not notice, and commits. */
    Play.Fault killedWhileItCommits(String what, String table, boolean theCommitSucceeds) {
        return telling -> {
            var step = Breakpoint.atCommitAfter(stand.jdbcUrl(Part.OUTREACH), what, table);
            telling.run();
            step.awaitHit();
            process.kill();
            if (theCommitSucceeds) {
                step.close();
            } else {
                step.endWaiting();
            }
            startAgain();
        };
    }

    @Override
    public void close() {
        process.close();
    }
}
