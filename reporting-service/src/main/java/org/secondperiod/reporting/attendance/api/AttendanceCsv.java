package org.secondperiod.reporting.attendance.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.attendance.Trend;
import org.secondperiod.reporting.chronicabsence.Line.LeftOut;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;

/** A trend as CSV: one line for the total and one for each line. */
@Provider
@Produces("text/csv")
public class AttendanceCsv extends CsvWriter<Trend> {

    private static final String HEADER =
            "schoolYear,by,of,value,from,to,weekday,days,suppressed,enrolledHalfDays,attendedHalfDays,attendancePercent,"
                    + "studentsInBands,chronicallyAbsent,chronicPercent,belowMinimumEnrolment,noDayCounts,released,knownOn\r\n";

    AttendanceCsv() {
        super(Trend.class);
    }

    @Override
    protected String text(Trend trend) {
        StringBuilder text = new StringBuilder(HEADER);
        text.append(line(trend, trend.total(), "TOTAL"));
        trend.lines().forEach(line -> text.append(line(trend, line, trend.by().name())));
        return text.toString();
    }

    private static String line(Trend trend, Trend.Line line, String by) {
        LeftOut leftOut = line.leftOut();
        return Csv.line(
                trend.schoolYear(),
                by,
                trend.of(),
                trend.value(),
                line.from(),
                line.to(),
                line.weekday(),
                line.days(),
                line.suppressed(),
                line.enrolledHalfDays(),
                line.attendedHalfDays(),
                line.attendancePercent(),
                line.studentsInBands(),
                line.chronicallyAbsent(),
                line.chronicPercent(),
                leftOut == null ? null : leftOut.belowMinimumEnrolment(),
                leftOut == null ? null : leftOut.noDayCounts(),
                trend.released(),
                trend.knownOn());
    }
}
