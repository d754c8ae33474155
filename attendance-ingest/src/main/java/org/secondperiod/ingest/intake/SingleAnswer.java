package org.secondperiod.ingest.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one fact. */
@Schema(name = "FactAnswer")
public record SingleAnswer(
        @Schema(
                description = "The event's id, the same however often the fact is sent.",
                examples = "6f1d3c0b9a8e47d2b5c4f0a1e2d3c4b5")
        String eventId,

        @Schema(
                description =
                        "Accepted: the broker acknowledged it. Quarantined: it is sound and must wait; a mark that "
                                + "waits for its code's meaning is told as a question meanwhile, neither absence nor presence.")
        Outcome outcome,

        @Schema(description = "What it waits for, if it was quarantined.") @Nullable
        String reason,

        @Schema(
                description = "What you should know of it, though it was taken.",
                examples =
                        "period is in no bell schedule of this school; it is taken, and decides nothing until one has it")
        @Nullable
        String warning) {

    /** Where the fact is now. */
    public enum Outcome {
        ACCEPTED,
        QUARANTINED
    }

    static SingleAnswer of(IncomingFact fact) {
        var waiting = fact.waiting();
        var remark = fact.remark();
        var warning = remark == null ? null : remark.field() + " " + remark.words();
        return waiting == null
                ? new SingleAnswer(fact.eventId(), Outcome.ACCEPTED, null, warning)
                : new SingleAnswer(fact.eventId(), Outcome.QUARANTINED, waiting.reason(), warning);
    }
}
