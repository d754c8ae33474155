package org.secondperiod.ingest.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EventJson;

/**
 * A fact in quarantine.
 *
 * @param fact what it is a fact about
 * @param kind what it waits for
 * @param code the code without a meaning, where that is what it waits for
 * @param reason the same in words
 * @param content the fact as JSON, enough to run it again
 * @param raw the line as it came
 * @param subject the credential that sent it
 * @param batchId the bulk request it came in, if any, with {@code line}
 */
public record Waiting(
        String eventId,
        FactKind fact,
        Kind kind,
        String schoolId,
        @Nullable String code,
        String reason,
        String content,
        String raw,
        String subject,
        Instant receivedAt,
        @Nullable String batchId,
        @Nullable Long line) {

    /** Whom it is about, if it is about a student. */
    public @Nullable String studentId() {
        try {
            return EventJson.MAPPER.readTree(content).path("studentId").textValue();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A fact in quarantine is no JSON: " + eventId, e);
        }
    }

    /** What the fact is about. */
    public enum FactKind {
        ABSENCE_MARK,
        ATTENDANCE_TAKEN
    }

    /** What it waits for. */
    public enum Kind {
        UNMAPPED_CODE,
        UNKNOWN_SCHOOL
    }
}
