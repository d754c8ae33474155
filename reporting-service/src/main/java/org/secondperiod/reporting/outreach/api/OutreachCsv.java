package org.secondperiod.reporting.outreach.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.outreach.OutreachReport;
import org.secondperiod.reporting.outreach.OutreachReport.Line;
import org.secondperiod.reporting.outreach.OutreachReport.Share;

/** What the calls achieved, as CSV: one line for the total, one for each line, and one of each for each cause of calls made in error. */
@Provider
@Produces("text/csv")
public class OutreachCsv extends CsvWriter<OutreachReport> {

    private static final String HEADER =
            "from,to,of,schoolId,schoolName,caller,week,studentsToCall,due30,calledWithin30,due60,calledWithin60,due120,"
                    + "calledWithin120,calls,called,reached,successful,mayReturn,returned,averageMinutesToReturn,periodsSaved,"
                    + "promised,promisesKept,reachedBefore,sameCaller,numbersNotWorking,nextDayKnown,absentNextDay,"
                    + "errorCause,callsInError,knownOn\r\n";

    private static final int EMPTY = 26;

    OutreachCsv() {
        super(OutreachReport.class);
    }

    @Override
    protected String text(OutreachReport report) {
        StringBuilder text = new StringBuilder(HEADER);
        text.append(line(report, report.total(), "TOTAL"));
        report.lines().forEach(line -> text.append(line(report, line, String.valueOf(report.groupBy()))));
        errors(text, report, report.total(), "ERROR");
        report.lines().forEach(line -> errors(text, report, line, "ERROR_OF_" + report.groupBy()));
        return text.toString();
    }

    private static void errors(StringBuilder text, OutreachReport report, Line line, String of) {
        for (OutreachReport.InError error : line.errors()) {
            @Nullable Object[] cells = new @Nullable Object[3 + EMPTY + 3];
            cells[0] = report.from();
            cells[1] = report.to();
            cells[2] = of;
            cells[3] = line.schoolId();
            cells[4] = line.schoolName();
            cells[5] = line.caller();
            cells[6] = line.week();
            cells[3 + EMPTY] = error.cause();
            cells[3 + EMPTY + 1] = error.calls();
            cells[3 + EMPTY + 2] = report.knownOn();
            text.append(Csv.line(cells));
        }
    }

    private static String line(OutreachReport report, Line line, String of) {
        return Csv.line(
                report.from(),
                report.to(),
                of,
                line.schoolId(),
                line.schoolName(),
                line.caller(),
                line.week(),
                line.studentsToCall(),
                due(line.within30()),
                count(line.within30()),
                due(line.within60()),
                count(line.within60()),
                due(line.within120()),
                count(line.within120()),
                line.calls(),
                line.called(),
                line.reached().count(),
                line.successful().count(),
                line.sameDayReturn().of(),
                line.sameDayReturn().count(),
                line.averageMinutesToReturn(),
                line.periodsSaved(),
                line.promisesKept().of(),
                line.promisesKept().count(),
                line.continuity().of(),
                line.continuity().count(),
                line.numbersNotWorking().count(),
                line.absentNextDay().of(),
                line.absentNextDay().count(),
                null,
                null,
                report.knownOn());
    }

    private static @Nullable Long due(@Nullable Share share) {
        return share == null ? null : share.of();
    }

    private static @Nullable Long count(@Nullable Share share) {
        return share == null ? null : share.count();
    }
}
