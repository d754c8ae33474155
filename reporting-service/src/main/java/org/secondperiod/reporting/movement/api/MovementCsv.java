package org.secondperiod.reporting.movement.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.movement.MovementReport;

/** Movement as CSV: a line for each move of the total and of each line. */
@Provider
@Produces("text/csv")
public class MovementCsv extends CsvWriter<MovementReport> {

    MovementCsv() {
        super(MovementReport.class);
    }

    @Override
    protected String text(MovementReport report) {
        StringBuilder text = new StringBuilder(
                "month,fromDate,toDate,schoolYear,of,schoolId,schoolName,value,from,to,students,knownOn\r\n");
        text.append(lines(report, report.total(), "TOTAL"));
        report.lines().forEach(line -> text.append(lines(report, line, String.valueOf(report.groupBy()))));
        return text.toString();
    }

    private static String lines(MovementReport report, MovementReport.Of line, String of) {
        StringBuilder text = new StringBuilder();
        line.moves()
                .forEach(move -> text.append(Csv.line(
                        report.month(),
                        report.from(),
                        report.to(),
                        report.schoolYear(),
                        of,
                        line.schoolId(),
                        line.schoolName(),
                        line.value(),
                        move.from(),
                        move.to(),
                        move.students(),
                        report.knownOn())));
        return text.toString();
    }
}
