package org.secondperiod.bench.ingest;

import java.net.http.HttpRequest;
import java.util.List;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.District;

/** A service that takes bodies of lines: parsed, checked, sent to the broker, and answered once that has acknowledged. */
final class BulkSide implements Side {

    private static final int AT_ONCE = 4;

    private final Load load;
    private final District district;
    private final BulkRequests requests;
    private final int events;
    private int round;
    private List<HttpRequest> next = List.of();
    private long accepted;

    BulkSide(Load load, District district, BulkRequests requests, int events) {
        this.load = load;
        this.district = district;
        this.requests = requests;
        this.events = events;
    }

    @Override
    public String name() {
        return load.service().label();
    }

    @Override
    public void prepare() {
        next = requests.of(load.service(), load.path(), load.sender(), load.bodies(district, round++, events, AT_ONCE));
    }

    @Override
    public long work() {
        accepted = requests.send(next);
        return events;
    }

    @Override
    public void check() {
        if (accepted != events) {
            throw new IllegalStateException("Of %d lines %d were accepted".formatted(events, accepted));
        }
    }
}
