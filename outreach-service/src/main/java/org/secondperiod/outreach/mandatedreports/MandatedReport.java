package org.secondperiod.outreach.mandatedreports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody reported a suspicion to the register, as they noted it.
 *
 * @param studentId whom the report is about; none once the student was erased
 * @param reportedAt when they called
 * @param callId what the register calls it
 * @param notedBy who reported, and noted it
 */
public record MandatedReport(
        String reportId,
        @Nullable String studentId,
        String schoolId,
        Instant reportedAt,
        @Nullable CallId callId,
        String notedBy,
        Instant notedAt) {}
