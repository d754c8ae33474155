package org.secondperiod.kit.traces;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A record on its way to the brokers. */
public final class Sending {

    static final Sending UNTRACED = new Sending(Span.getInvalid());

    private final Span span;

    Sending(Span span) {
        this.span = span;
    }

    /** What the record is to carry, so that whoever takes it in goes on with this trace; none where it is not traced. */
    public @Nullable String header() {
        return Traces.header(Context.root().with(span));
    }

    /** The brokers have it, or not. */
    public void end(@Nullable Exception fault) {
        if (fault != null) {
            failed(span, fault);
        }
        span.end();
    }

    /** The kind of a fault, never its message, which may quote what could not be taken. */
    static void failed(Span span, Exception fault) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute("error.type", fault.getClass().getName());
    }
}
