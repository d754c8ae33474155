package org.secondperiod.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.secondperiod.local.stack.Part;

/** A place where a service runs. After a crash another process takes the place of the one that died. */
final class Replica implements AutoCloseable {

    private final Stand stand;
    private final Part service;
    private volatile Path version;
    private volatile ServiceProcess process;

    Replica(Stand stand, Part service) {
        this(stand, service, ServiceProcess.jar(service));
    }

    /** @param version what is run */
    Replica(Stand stand, Part service, Path version) {
        this.stand = stand;
        this.service = service;
        this.version = version;
        this.process = start();
    }

    private ServiceProcess start() {
        return stand.start(service, version, List.of(), Map.of());
    }

    Part service() {
        return service;
    }

    ServiceProcess process() {
        return process;
    }

    /** Starts another process where this one has ended. */
    synchronized void startAgain() {
        process.close();
        process = start();
    }

    /**
     * Another version takes its place, as a rolling update does it: the new one is ready before the old one is asked to end.
     *
     * @return how long the old one took to end
     */
    synchronized Duration rollTo(Path other, Duration atMost) {
        version = other;
        var old = process;
        var fresh = start();
        try {
            fresh.awaitReady();
        } catch (RuntimeException | Error e) {
            fresh.close();
            throw e;
        }
        process = fresh;
        var took = old.terminate(atMost);
        old.close();
        return took;
    }

    /** Starts another process if this one has ended by itself, as a cluster would; says whether it had. */
    synchronized boolean startAgainIfEnded() {
        if (process.isAlive()) {
            return false;
        }
        startAgain();
        return true;
    }

    /** Kills it, and starts another. */
    synchronized void killAndStartAgain() {
        process.kill();
        startAgain();
    }

    /** Asks it to end, which it must within this time, and starts another. */
    synchronized Duration endAndStartAgain(Duration atMost) {
        var took = process.terminate(atMost);
        startAgain();
        return took;
    }

    /** Kills it when it gets to the step, and starts another; what it had begun is rolled back, as when a machine dies. */
    Fault killedAt(String what, String table) {
        return telling -> {
            var step = Breakpoint.on(stand.jdbcUrl(service), what, table);
            Fault.meanwhile(() -> killWhenItGetsTo(step, false)).strike(telling);
        };
    }

    /** Kills it while its commit is under way; the database may not notice, and commits. */
    Fault killedWhileItCommits(String what, String table, boolean theCommitSucceeds) {
        return telling -> {
            var step = Breakpoint.atCommitAfter(stand.jdbcUrl(service), what, table);
            Fault.meanwhile(() -> killWhenItGetsTo(step, theCommitSucceeds)).strike(telling);
        };
    }

    private void killWhenItGetsTo(Breakpoint step, boolean theStepSucceeds) {
        step.awaitHit();
        killAt(step, theStepSucceeds);
    }

    /**
     * Kills it where it waits, and starts another.
     *
     * @param theStepSucceeds whether the database does not notice, and goes on with what it was asked
     */
    synchronized void killAt(Breakpoint step, boolean theStepSucceeds) {
        process.kill();
        if (theStepSucceeds) {
            step.close();
        } else {
            step.endWaiting();
        }
        startAgain();
    }

    @Override
    public void close() {
        process.close();
    }
}
