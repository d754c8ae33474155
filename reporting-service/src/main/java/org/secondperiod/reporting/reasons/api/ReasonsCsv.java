package org.secondperiod.reporting.reasons.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.reasons.ReasonsReport;

/** Reasons as CSV: a line for each, and who said it. */
@Provider
@Produces("text/csv")
public class ReasonsCsv extends CsvWriter<ReasonsReport> {

    ReasonsCsv() {
        super(ReasonsReport.class);
    }

    @Override
    protected String text(ReasonsReport report) {
        return "from,to,saidBy,reason,excused,absences,percent\r\n"
                + lines(report, "ATTENDANCE", report.attendance())
                + lines(report, "FAMILIES", report.families());
    }

    private static String lines(ReasonsReport report, String saidBy, List<ReasonsReport.Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Csv.line(
                report.from(), report.to(), saidBy, line.reason(), line.excused(), line.absences(), line.percent())));
        return text.toString();
    }
}
