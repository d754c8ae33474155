package org.secondperiod.outreach.attempts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a call does to its task. */
public sealed interface AfterCall {

    /** The caller keeps it, and goes on with another number of the same family. */
    record Keep(Instant until) implements AfterCall {}

    /**
     * The family is to be called again.
     *
     * @param agreed they asked for it
     */
    record CallAgain(@Nullable Instant at, boolean agreed) implements AfterCall {}

    /** The student is expected. */
    record Expect(Instant by) implements AfterCall {}

    /** There is nothing more to ask. */
    record Finish() implements AfterCall {}

    /** The call is added, and the task stays as it is: in another caller's hands, or at its end. */
    record Add() implements AfterCall {}
}
