package org.secondperiod.bench.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.secondperiod.local.api.Json;

/** The stream of changes of one open desk: when it hears that a call is closed because the student came in. */
final class DeskStream implements Subscriber<String> {

    private static final String EVENT = "event:";
    private static final String DATA = "data:";
    private static final String ARRIVED = "ARRIVED";

    private final int desk;
    private final Reached reached;
    private final CountDownLatch ready;
    private String kind = "";

    /** @param ready counted down once the stream has begun */
    DeskStream(int desk, Reached reached, CountDownLatch ready) {
        this.desk = desk;
        this.reached = reached;
        this.ready = ready;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        if (line.startsWith(EVENT)) {
            kind = line.substring(EVENT.length()).strip();
            if (kind.equals("ready")) {
                ready.countDown();
            }
        } else if (line.startsWith(DATA) && kind.equals("call-task") && line.contains(ARRIVED)) {
            long now = System.nanoTime();
            JsonNode task = Json.read(line.substring(DATA.length()), JsonNode.class);
            if (task.path("state").asText().equals(ARRIVED)) {
                reached.seen(desk, task.path("studentId").asText(), now);
            }
        }
    }

    /** What a broken stream does not bring is missed, and counted as missing. */
    @Override
    public void onError(Throwable broken) {}

    @Override
    public void onComplete() {}
}
