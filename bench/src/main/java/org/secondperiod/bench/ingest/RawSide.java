package org.secondperiod.bench.ingest;

import org.secondperiod.bench.baseline.Child;
import org.secondperiod.bench.measure.Side;

/** The raw producer: the floor. It is so fast that it sends several times as much, to work for about as long. */
final class RawSide implements Side {

    static final String NAME = "raw producer";

    private static final int TIMES = 8;

    private final Child producer;
    private final int events;
    private long acknowledged;

    RawSide(Child producer, int events) {
        this.producer = producer;
        this.events = TIMES * events;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        acknowledged = 0;
    }

    @Override
    public long work() {
        acknowledged = Long.parseLong(producer.tell(String.valueOf(events)));
        return events;
    }

    @Override
    public void check() {
        if (acknowledged != events) {
            throw new IllegalStateException("Of %d records %d were acknowledged".formatted(events, acknowledged));
        }
    }
}
