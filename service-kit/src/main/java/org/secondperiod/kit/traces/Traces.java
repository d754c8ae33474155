package org.secondperiod.kit.traces;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where spans begin and how they travel: in the W3C header {@value #HEADER} alone. The free text that callers may send along (tracestate,
 * baggage) is neither read nor passed on, and a span holds kinds, topics and operations, nobody's id.
 */
public final class Traces {

    /** The header of a record, and of a request. */
    public static final String HEADER = "traceparent";

    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> NAME = AttributeKey.stringKey("messaging.operation.name");

    private static final String KAFKA = "kafka";
    private static final String SEND = "send";

    private static final ThreadLocal<Boolean> APART = ThreadLocal.withInitial(() -> false);

    private static final TextMapGetter<String> ONLY_PARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals(HEADER) ? carrier : null;
        }
    };

    private Traces() {}

    static Tracer tracer() {
        return GlobalOpenTelemetry.getTracer("org.secondperiod");
    }

    /** The trace that a header names; none, or one that is not one, names none. */
    static Context named(@Nullable String header) {
        return header == null || header.isEmpty()
                ? Context.root()
                : W3CTraceContextPropagator.getInstance().extract(Context.root(), header, ONLY_PARENT);
    }

    /** What these headers say of a trace that is kept; none where they say nothing, or nothing that can be understood. */
    public static @Nullable String of(Map<String, String> headers) {
        return header(named(headers.get(HEADER)));
    }

    static boolean isTraced(Context context) {
        return Span.fromContext(context).getSpanContext().isSampled();
    }

    /** The header that names a span; none where nobody keeps it. */
    static @Nullable String header(Context context) {
        if (!isTraced(context)) {
            return null;
        }
        Map<String, String> written = new HashMap<>();
        W3CTraceContextPropagator.getInstance().inject(context, written, Map::put);
        return written.get(HEADER);
    }

    /**
     * A record's headers with the trace that is the cause of it: that of what is being taken in with the same key, otherwise that of the
     * request. They are left alone where there is none, where they name one already, and {@link #apart}.
     */
    public static Map<String, String> caused(String key, Map<String, String> headers) {
        if (APART.get() || headers.containsKey(HEADER)) {
            return headers;
        }
        String cause = header(TracedWork.causeOf(key));
        if (cause == null) {
            return headers;
        }
        Map<String, String> more = new HashMap<>(headers);
        more.put(HEADER, cause);
        return more;
    }

    /** Begins the sending of a record. It ends with {@link Sending#end}. */
    public static Sending sending(String topic, String key, Map<String, String> headers) {
        Context cause = headers.containsKey(HEADER) ? named(headers.get(HEADER)) : TracedWork.causeOf(key);
        boolean apart = APART.get() && !headers.containsKey(HEADER);
        if (!apart && !isTraced(cause)) {
            return Sending.UNTRACED;
        }
        SpanBuilder span = tracer().spanBuilder(SEND + " " + topic)
                .setSpanKind(SpanKind.PRODUCER)
                .setAttribute(SYSTEM, KAFKA)
                .setAttribute(TOPIC, topic)
                .setAttribute(TYPE, SEND)
                .setAttribute(NAME, SEND);
        if (apart) {
            SpanContext request = Span.fromContext(cause).getSpanContext();
            span.setNoParent();
            if (request.isSampled()) {
                span.addLink(request);
            }
        } else {
            span.setParent(cause);
        }
        return new Sending(span.startSpan());
    }

    /**
     * Does something in which each record that is sent begins a trace of its own, with a link to the request's: a file of a hundred thousand
     * lines would otherwise be one trace that nobody can open.
     */
    public static void apart(Runnable work) {
        boolean before = APART.get();
        APART.set(true);
        try {
            work.run();
        } finally {
            APART.set(before);
        }
    }

    static SpanBuilder processing(String topic, String consumer) {
        return tracer().spanBuilder("process " + topic)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(SYSTEM, KAFKA)
                .setAttribute(TOPIC, topic)
                .setAttribute("messaging.consumer.group.name", consumer)
                .setAttribute(TYPE, "process")
                .setAttribute(NAME, "process");
    }
}
