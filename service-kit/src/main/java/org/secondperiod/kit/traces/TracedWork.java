package org.secondperiod.kit.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Work on behalf of several traces at once: a batch of records, students whose time has come. What it tells goes on with the trace of what
 * had the same key. Spans that are not ended are not kept: what was rolled back has none.
 */
public final class TracedWork {

    private static final ThreadLocal<Map<String, Context>> CAUSES = ThreadLocal.withInitial(Map::of);

    private final Map<String, Context> causes = new HashMap<>();
    private final List<Span> spans = new ArrayList<>();

    /** The trace that work on this key goes on with; outside of any such work, that of the request. */
    static Context causeOf(String key) {
        Context cause = CAUSES.get().get(key);
        return cause == null ? Context.current() : cause;
    }

    /** A record that is taken in. It is passed over where it carries no trace. */
    public void record(String consumer, String topic, String key, Map<String, String> headers) {
        String header = headers.get(Traces.HEADER);
        if (header != null) {
            add(key, header, Traces.processing(topic, consumer));
        }
    }

    /** Something that is done when its time has come, because of what this trace told before. */
    public void step(String name, String key, @Nullable String header) {
        if (header != null) {
            add(key, header, Traces.tracer().spanBuilder(name));
        }
    }

    private void add(String key, String header, SpanBuilder span) {
        Context before = Traces.named(header);
        if (Traces.isTraced(before)) {
            Span begun = span.setParent(before).startSpan();
            spans.add(begun);
            causes.put(key, Context.root().with(begun));
        }
    }

    /** Does the work. */
    public void run(Runnable work) {
        if (causes.isEmpty()) {
            work.run();
            return;
        }
        Map<String, Context> outer = CAUSES.get();
        CAUSES.set(causes);
        try (Scope ignored = alone()) {
            work.run();
        } finally {
            CAUSES.set(outer);
        }
    }

    /** Of one alone, what is logged meanwhile names its trace. */
    @SuppressWarnings("MustBeClosedChecker") // by whoever does the work
    private Scope alone() {
        return spans.size() == 1 ? spans.getFirst().makeCurrent() : Scope.noop();
    }

    /** It is done, and kept. */
    public void end() {
        spans.forEach(Span::end);
    }

    /** It will not be done. */
    public void fail(Exception fault) {
        spans.forEach(span -> Sending.failed(span, fault));
        end();
    }
}
