package org.secondperiod.outreach.bridge;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import org.secondperiod.kit.problems.Problems;

/** What can be wrong with asking a bridge for a call. */
public final class BridgeProblems {

    private BridgeProblems() {}

    /** The district has none. */
    public static HttpProblem noBridge() {
        return Problems.of(
                409,
                "no-call-bridge",
                "Calls are placed by hand here",
                "This district has no call bridge. Dial the number on the card.");
    }

    /** Only who has the family in hand has it called. */
    public static HttpProblem notInHand() {
        return Problems.of(
                409,
                "task-not-in-hand",
                "You do not have this call task",
                "Take it first (POST /v1/call-tasks/{taskId}/claim), so that nobody else calls the same family meanwhile.");
    }

    /** Whoever's telephone is rung again and again is not calling a family. */
    static HttpProblem tooManyRings(int most, Duration within) {
        return Problems.build(
                        429,
                        "too-many-rings",
                        "Too many rings for one call",
                        "The bridge has rung %d times for this call task and you. Dial the number on the card."
                                .formatted(most))
                .withHeader("Retry-After", within.toSeconds())
                .build();
    }

    /** What became of asking for a call. */
    static HttpProblem of(BridgeException e) {
        return switch (e.why()) {
            case RING -> Problems.field("ring", "cannot be rung by the call bridge; give another telephone of yours");
            case DIAL -> Problems.field("number", "cannot be dialled by the call bridge; dial it by hand");
            case REFUSED ->
                Problems.of(
                        502,
                        "call-bridge-refuses",
                        "The call bridge places no call",
                        "Dial the number on the card. Whoever runs the system finds the reason in the log.");
            case AWAY ->
                Problems.of(
                        504,
                        "call-bridge-away",
                        "The call bridge does not answer",
                        "If your telephone does not ring within a minute, dial the number on the card.");
        };
    }
}
