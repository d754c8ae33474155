package org.secondperiod.outreach.mandatedreports.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.mandatedreports.CallId;
import org.secondperiod.outreach.mandatedreports.MandatedReport;
import org.secondperiod.outreach.mandatedreports.MandatedReportService.Noted;
import org.secondperiod.outreach.mandatedreports.Showing;

/** A note, as whoever made it sees it. */
@Schema(name = "MandatedReport")
public record MandatedReportView(
        String reportId,

        @Schema(description = "None once the student was erased") @Nullable
        String studentId,

        String schoolId,
        Instant reportedAt,
        @Nullable String callId,

        @Schema(description = "By when the written report is due")
        Instant writtenReportDue,

        Instant notedAt,

        @Schema(description = "When it was given out to a court, and by whom")
        List<GivenOut> givenOut) {

    /** It was given out to a court. */
    public record GivenOut(String by, Instant at, String order) {

        static GivenOut of(Showing showing) {
            return new GivenOut(showing.by(), showing.at(), showing.order());
        }
    }

    static MandatedReportView of(Noted noted, Duration writtenWithin) {
        MandatedReport report = noted.report();
        CallId callId = report.callId();
        return new MandatedReportView(
                report.reportId(),
                report.studentId(),
                report.schoolId(),
                report.reportedAt(),
                callId == null ? null : callId.value(),
                report.reportedAt().plus(writtenWithin),
                report.notedAt(),
                noted.showings().stream().map(GivenOut::of).toList());
    }
}
