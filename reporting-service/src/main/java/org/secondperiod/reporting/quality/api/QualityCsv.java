package org.secondperiod.reporting.quality.api;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.quality.QualityReport;
import org.secondperiod.reporting.quality.QualityReport.HeldOn;

/** What is missing, as CSV: a line for each school; dates with spaces between them. */
@Provider
@Produces("text/csv")
public class QualityCsv extends CsvWriter<QualityReport> {

    private static final String HEADER =
            "from,to,schoolId,schoolName,schoolDays,daysNotSubmitted,notSubmitted,unmappedMarks,daysWithSilentDoors,"
                    + "studentsHeldForDoors,daysWithUnsubmittedClasses,studentsHeldForClasses,knownOn\r\n";

    QualityCsv() {
        super(QualityReport.class);
    }

    @Override
    protected String text(QualityReport report) {
        StringBuilder text = new StringBuilder(HEADER);
        report.schools()
                .forEach(line -> text.append(Csv.line(
                        report.from(),
                        report.to(),
                        line.schoolId(),
                        line.schoolName(),
                        line.schoolDays(),
                        line.notSubmitted().size(),
                        line.notSubmitted().stream().map(Object::toString).collect(joining(" ")),
                        line.unmapped(),
                        line.silentDoors().size(),
                        students(line.silentDoors()),
                        line.unsubmittedClasses().size(),
                        students(line.unsubmittedClasses()),
                        report.knownOn())));
        return text.toString();
    }

    private static long students(List<HeldOn> held) {
        return held.stream().mapToLong(HeldOn::students).sum();
    }
}
