package org.secondperiod.reporting.chronicabsence.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.chronicabsence.Line;
import org.secondperiod.reporting.chronicabsence.Report;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;

/** The report as CSV: one line for the total, one for each line, and one for who is in none. */
@Provider
@Produces("text/csv")
public class ReportCsv extends CsvWriter<Report> {

    private static final String HEADER =
            "asOf,schoolYear,minimumEnrolmentDays,of,schoolId,schoolName,value,suppressed,students,"
                    + "satisfactory,atRisk,chronic,severelyChronic,chronicPercent,belowMinimumEnrolment,noDayCounts,enrolledHalfDays,"
                    + "attendedHalfDays,attendancePercent,countedOnce,releasedAt,knownOn\r\n";

    ReportCsv() {
        super(Report.class);
    }

    @Override
    protected String text(Report report) {
        StringBuilder text = new StringBuilder(HEADER);
        text.append(line(report, report.total(), "TOTAL"));
        report.lines().forEach(line -> text.append(line(report, line, String.valueOf(report.groupBy()))));
        Line rest = report.rest();
        if (rest != null) {
            text.append(line(report, rest, "REST"));
        }
        return text.toString();
    }

    private static String line(Report report, Line line, String of) {
        Line.Bands bands = line.bands();
        Line.LeftOut leftOut = line.leftOut();
        Line.Attendance attendance = line.attendance();
        return Csv.line(
                report.asOf(),
                report.schoolYear(),
                report.minimumEnrolmentDays(),
                of,
                line.schoolId(),
                line.schoolName(),
                line.value(),
                line.suppressed(),
                line.students(),
                bands == null ? null : bands.satisfactory(),
                bands == null ? null : bands.atRisk(),
                bands == null ? null : bands.chronic(),
                bands == null ? null : bands.severelyChronic(),
                bands == null ? null : bands.chronicPercent(),
                leftOut == null ? null : leftOut.belowMinimumEnrolment(),
                leftOut == null ? null : leftOut.noDayCounts(),
                attendance == null ? null : attendance.enrolledHalfDays(),
                attendance == null ? null : attendance.attendedHalfDays(),
                attendance == null ? null : attendance.percent(),
                report.countedOnce(),
                report.releasedAt(),
                report.knownOn());
    }
}
