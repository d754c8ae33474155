package org.secondperiod.outreach.live.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An event of the stream, as documentation shows it: the fields of a server-sent event. */
@Schema(
        name = "StreamedEvent",
        description = "One server-sent event: lines `event:`, `id:` and `data:`, then an empty line.",
        requiredProperties = {"event", "id", "data"})
record StreamedEvent(
        @Schema(
                description =
                        "ready: the stream has begun; reset: some changes are no longer kept, read the lists again;"
                                + " whereabouts: what is concluded of a student has changed; call-task: a call task has; call: a call"
                                + " or a conversation was logged, corrected or taken back; start-alert: families wait and nobody has"
                                + " begun to call, or that is over; problem: the stream ends, since it would tell of more students"
                                + " than its bearer may see within an hour",
                enumeration = {"ready", "reset", "whereabouts", "call-task", "call", "start-alert", "problem"})
        String event,

        @Schema(description = "How far you have read; send the last one as Last-Event-ID", examples = "0.0.1f.2")
        String id,

        @Schema(
                description =
                        "JSON in one line. Of whereabouts the value of the topic outreach.whereabouts.v1, of call-task"
                                + " that of outreach.call-tasks.v1, of call that of outreach.calls.v1 (docs/events.md and"
                                + " event-contracts/asyncapi.yaml have their JSON Schemas); of start-alert schoolId, schoolDay, cutOff,"
                                + " raisedAt and, once it is over, endedAt; of problem type, title, status and detail, as of a request that is"
                                + " refused for the same; of ready and reset an empty object. No names in any of them.",
                contentMediaType = "application/json")
        String data,

        @Schema(description = "Of problem: in how many milliseconds to come back", examples = "3600000") @Nullable
        String retry,

        @Schema(description = "A line that begins with a colon: still here. It is no event", examples = "still here")
        @Nullable
        String comment) {

    /** What comes over the line. */
    static final String EXAMPLE = """
            event:ready
            id:0.0.1f.2
            data:{}

            event:whereabouts
            id:0.0.1g.2
            data:{"eventId":"w-e51a08c7d29b4f36","studentId":"311907","schoolId":"11X265","schoolDay":"2026-10-14",\
            "state":"UNACCOUNTED","rule":14,"since":"2026-10-14T12:44:11Z","previous":"WAITING","markPeriod":"1",\
            "cutOff":"2026-10-14T12:44:00Z","version":2,"recordedAt":"2026-10-14T12:44:11.402Z"}

            event:call-task
            id:0.0.1g.3
            data:{"eventId":"ct-03c6a8f1e59d4b27","taskId":"ct-11X265-20261014-311907","studentId":"311907",\
            "schoolId":"11X265","schoolDay":"2026-10-14","state":"OPEN","weakEvidence":false,"flagged":false,"version":1,\
            "recordedAt":"2026-10-14T12:44:11.410Z"}

            :still here

            """;
}
