package org.secondperiod.reporting.inbuilding.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.inbuilding.InBuildingReport;

/** The report as CSV: a line for each school's day with any. */
@Provider
@Produces("text/csv")
public class InBuildingCsv extends CsvWriter<InBuildingReport> {

    InBuildingCsv() {
        super(InBuildingReport.class);
    }

    @Override
    protected String text(InBuildingReport report) {
        StringBuilder text = new StringBuilder("schoolId,schoolName,day,weekday,students,knownOn\r\n");
        report.lines()
                .forEach(line -> text.append(Csv.line(
                        line.schoolId(),
                        line.schoolName(),
                        line.day(),
                        line.weekday(),
                        line.students(),
                        report.knownOn())));
        return text.toString();
    }
}
