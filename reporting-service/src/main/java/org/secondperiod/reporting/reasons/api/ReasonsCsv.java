package org.secondperiod.reporting.reasons.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.reasons.ReasonsReport;
import org.secondperiod.reporting.reasons.ReasonsReport.Group;

/** Reasons as CSV: a line for each, and who said it. */
@Provider
@Produces("text/csv")
public class ReasonsCsv extends CsvWriter<ReasonsReport> {

    private static final String HEADER =
            "from,to,saidBy,reason,excused,absences,absentHalfDays,percent,of,schoolId,schoolName,value,knownOn\r\n";

    ReasonsCsv() {
        super(ReasonsReport.class);
    }

    @Override
    protected String text(ReasonsReport report) {
        StringBuilder text = new StringBuilder(HEADER);
        Of total = new Of("TOTAL", null, null, null);
        lines(text, report, "ATTENDANCE", report.attendance(), total);
        lines(text, report, "FAMILIES", report.families(), total);
        lines(text, report, "ROOT_CAUSE", report.rootCauses(), total);
        for (Group group : report.groups()) {
            Of of = new Of(String.valueOf(report.groupBy()), group.schoolId(), group.schoolName(), group.value());
            lines(text, report, "ATTENDANCE", group.attendance(), of);
            lines(text, report, "FAMILIES", group.families(), of);
            lines(text, report, "ROOT_CAUSE", group.rootCauses(), of);
        }
        lines(text, report, "ROOT_CAUSE", report.smallGroups(), new Of("SMALL_GROUPS", null, null, null));
        return text.toString();
    }

    private record Of(
            String kind,
            @Nullable String schoolId,
            @Nullable String schoolName,
            @Nullable String value) {}

    private static void lines(
            StringBuilder text, ReasonsReport report, String saidBy, @Nullable List<ReasonsReport.Line> lines, Of of) {
        if (lines == null) {
            return;
        }
        lines.forEach(line -> text.append(Csv.line(
                report.from(),
                report.to(),
                saidBy,
                line.reason(),
                line.excused(),
                line.absences(),
                line.absentHalfDays(),
                line.percent(),
                of.kind(),
                of.schoolId(),
                of.schoolName(),
                of.value(),
                report.knownOn())));
    }
}
