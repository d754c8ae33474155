package org.secondperiod.outreach.mandatedreports.api;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.input.Given;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.outreach.mandatedreports.CallId;
import org.secondperiod.outreach.visibility.VisibilityService;

/**
 * That the bearer reported a suspicion. What they suspect has no field.
 *
 * @param studentId whom the report is about
 * @param schoolId at which school they heard of it
 * @param reportedAt when they called; now if it is not given
 * @param callId what the register calls the report
 */
@Schema(
        name = "NewMandatedReport",
        requiredProperties = {"studentId", "schoolId"})
record MandatedReportRequest(
        @Nullable String studentId,
        @Nullable String schoolId,
        @Nullable OffsetDateTime reportedAt,

        @Schema(
                description = "A number, with up to three letters before it; spaces and dashes are left out",
                maxLength = 40)
        @Nullable
        String callId) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final Duration OLDEST = Duration.ofDays(30);

    /** With all that must be there; refuses (422) what is missing. */
    static MandatedReportRequest of(@Nullable MandatedReportRequest given) {
        MandatedReportRequest request = given == null ? new MandatedReportRequest(null, null, null, null) : given;
        new Given()
                .field("studentId", request.studentId)
                .field("schoolId", request.schoolId)
                .orRefuse();
        VisibilityService.id("studentId", request.studentId);
        VisibilityService.id("schoolId", request.schoolId);
        return request;
    }

    Instant at(Instant now) {
        Instant at = reportedAt == null ? now : reportedAt.toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now.plus(CLOCKS_DIFFER))) {
            throw Problems.field("reportedAt", "is in the future");
        }
        if (at.isBefore(now.minus(OLDEST))) {
            throw Problems.field("reportedAt", "is more than %d days ago".formatted(OLDEST.toDays()));
        }
        return at;
    }

    @Nullable
    CallId call() {
        return callId == null
                ? null
                : CallId.of(callId)
                        .orElseThrow(() -> Problems.field(
                                "callId", "is a number of 4 to 16 digits, with up to three letters before it"));
    }
}
