package org.secondperiod.entry.readers.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.Refusals;

/** Requests that were signed in a reader's name and refused. */
@Schema(name = "ReaderRefusals")
public record RefusalsView(
        @Schema(description = "How many, since ever") long count,

        @Schema(description = "When the latest was refused, by our clock")
        Instant lastAt,

        @Schema(
                description = "Why that one was, as the type of the problem that it was answered with",
                examples = "reader-key-revoked")
        String lastWhy,

        @Schema(description = "By reason, the latest first") List<Reason> reasons) {

    /** How many for one reason. */
    @Schema(name = "ReaderRefusalReason")
    public record Reason(
            @Schema(
                    description =
                            "The type of the problem. Strangers can cause signature-unreadable and signature-wrong; every other one takes the reader's private key, or a request that was signed with it",
                    examples = "reader-key-revoked")
            String why,

            long count,
            Instant lastAt) {}

    static @Nullable RefusalsView of(@Nullable Refusals refusals) {
        if (refusals == null) {
            return null;
        }
        List<Reason> reasons = refusals.reasons().stream()
                .map(each -> new Reason(each.why(), each.count(), each.lastAt()))
                .toList();
        return new RefusalsView(
                refusals.count(), refusals.last().lastAt(), refusals.last().why(), reasons);
    }
}
