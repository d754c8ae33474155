package org.secondperiod.outreach.attempts.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.tasks.CallTaskView;

/**
 * A call as it was logged.
 *
 * @param undoUntil until when who logged it may take it back
 * @param attempts one for each student
 * @param tasks as they are now, in the same order; another caller may hold one, who is told that you called
 */
@Schema(name = "LoggedCall")
public record LoggedCall(String callId, Instant undoUntil, List<AttemptView> attempts, List<CallTaskView> tasks) {}
