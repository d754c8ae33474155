package org.secondperiod.kit.delivery;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.secondperiod.kit.audit.Audit;
import org.secondperiod.kit.audit.NotAudited;
import org.secondperiod.kit.identity.Access;
import org.secondperiod.kit.problems.Problems;

/**
 * What an operator may ask of the consumers of this service. A service that has none switches it off with
 * {@code secondperiod.delivery.consumers=none}.
 */
@UnlessBuildProperty(name = "secondperiod.delivery.consumers", stringValue = "none", enableIfMissing = true)
@Path("/v1")
@Tag(name = "Operation", description = "Dead letters and replay; for the role admin")
public class OperatorResource {

    private static final int SHOWN = 100;

    private final FencedConsumers consumers;
    private final Access access;
    private final Audit audit;

    OperatorResource(FencedConsumers consumers, Access access, Audit audit) {
        this.consumers = consumers;
        this.access = access;
        this.audit = audit;
    }

    /** A consumer's dead letters. */
    public record DeadLetterList(String consumer, List<DeadLetterReplay.Letter> letters) {}

    /** What became of a consumer's dead letters. */
    public record DeadLetterOutcome(String consumer, int replayed, int failedAgain) {}

    /** Which topic to read again from its beginning. */
    public record ReplayRequest(String topic) {}

    /** How many partitions will be read again. */
    public record ReplayStarted(String topic, int partitions) {}

    @GET
    @Path("/dead-letters")
    @NotAudited("it tells where records lie on topics, and nothing of what they hold")
    @Operation(
            operationId = "listDeadLetters",
            summary = "The first 100 dead letters of each consumer: where they came from and why, never their content")
    public List<DeadLetterList> deadLetters() {
        access.as("admin").everywhere();
        return consumers.all().stream()
                .map(each -> new DeadLetterList(each.name(), each.deadLetters().pending(SHOWN)))
                .toList();
    }

    @POST
    @Path("/dead-letters/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Hands each dead letter to its consumer once more; one that fails again stays a dead letter")
    public List<DeadLetterOutcome> replayDeadLetters() {
        access.as("admin").everywhere();
        audit.before();
        return consumers.all().stream()
                .map(each -> {
                    var outcome = each.deadLetters().replay();
                    return new DeadLetterOutcome(each.name(), outcome.replayed(), outcome.failedAgain());
                })
                .toList();
    }

    @POST
    @Path("/replay")
    @Operation(
            operationId = "replayTopic",
            summary = "Reads a topic again from its beginning; facts already known have no effect twice")
    public ReplayStarted replay(ReplayRequest request) {
        access.as("admin").everywhere();
        var partitions = consumers.all().stream()
                .mapToInt(each -> each.offsets().rewind(request.topic()))
                .sum();
        if (partitions == 0) {
            throw Problems.field("topic", "no consumer of this service has read such a topic");
        }
        return new ReplayStarted(request.topic(), partitions);
    }
}
