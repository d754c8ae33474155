package org.secondperiod.kit.bulk;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Small limits, so that tests meet them. */
record TestLimits(long bytes, long lineBytes, int chunkLines) implements BulkConfig {

    static final TestLimits SMALL = new TestLimits(10_000, 200, 3);

    @Override
    public MemorySize maxBytes() {
        return new MemorySize(BigInteger.valueOf(bytes));
    }

    @Override
    public MemorySize maxLineBytes() {
        return new MemorySize(BigInteger.valueOf(lineBytes));
    }

    @Override
    public Duration keepErrors() {
        return Duration.ofDays(30);
    }

    @Override
    public Optional<String> endpoint() {
        return Optional.empty();
    }
}
