package org.secondperiod.ingest.memory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.DatabaseFaults;

/**
 * A value of the database, kept in memory. Another replica may change it, so its revision is looked at again, at most every
 * half second, by whoever asks first. While the database does not answer, the last value holds.
 */
public final class Remembered<T> {

    private static final Logger LOG = Logger.getLogger(Remembered.class);
    private static final long LOOK_EVERY = Duration.ofMillis(500).toNanos();

    /** A database that takes longer than this to say is one that does not answer. */
    private static final long ANSWERED_WITHIN = Duration.ofSeconds(1).toNanos();

    private final LongSupplier revision;
    private final Supplier<T> load;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Memory<T> memory;
    private volatile long began;

    private record Memory<T>(T value, long revision, long lookedAt) {

        boolean fresh() {
            return System.nanoTime() - lookedAt < LOOK_EVERY;
        }
    }

    /**
     * @param revision changes whenever the value does; cheap
     * @param load reads the value
     */
    public Remembered(LongSupplier revision, Supplier<T> load) {
        this.revision = revision;
        this.load = load;
    }

    /** The value, at most half a second old while the database answers. */
    public T get() {
        var known = memory;
        if (known != null && (known.fresh() || !isAnswered() || !lockInTime())) {
            return known.value;
        }
        if (known == null) {
            looking.lock();
        }
        try {
            var latest = memory;
            return latest != null && latest.fresh() ? latest.value : look(latest).value;
        } finally {
            looking.unlock();
        }
    }

    /** Whether nobody has been looking in vain for too long: then the others need not wait as well. */
    private boolean isAnswered() {
        return !looking.isLocked() || System.nanoTime() - began < ANSWERED_WITHIN;
    }

    private boolean lockInTime() {
        try {
            return looking.tryLock(ANSWERED_WITHIN, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Looks again now: this replica has just changed it. */
    public T refresh() {
        looking.lock();
        try {
            return look(memory).value;
        } finally {
            looking.unlock();
        }
    }

    private Memory<T> look(@Nullable Memory<T> known) {
        began = System.nanoTime();
        try {
            var seen = revision.getAsLong();
            var value = known != null && known.revision == seen ? known.value : load.get();
            return remember(new Memory<>(value, seen, System.nanoTime()));
        } catch (RuntimeException e) {
            if (known == null || !DatabaseFaults.isInfrastructure(e)) {
                throw e;
            }
            LOG.warn("The database did not answer; what was known before still holds");
            return remember(new Memory<>(known.value, known.revision, System.nanoTime()));
        }
    }

    private Memory<T> remember(Memory<T> fresh) {
        memory = fresh;
        return fresh;
    }
}
