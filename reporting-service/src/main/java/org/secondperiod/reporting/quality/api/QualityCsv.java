package org.secondperiod.reporting.quality.api;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.quality.QualityReport;
import org.secondperiod.reporting.quality.QualityReport.ClassesOn;
import org.secondperiod.reporting.quality.QualityReport.HeldOn;

/** What is missing, as CSV: a line for each school; dates with spaces between them. */
@Provider
@Produces("text/csv")
public class QualityCsv extends CsvWriter<QualityReport> {

    private static final String HEADER =
            "from,to,schoolId,schoolName,schoolDays,daysNotSubmitted,notSubmitted,unmappedMarks,daysWithSilentDoors,"
                    + "studentsHeldForDoors,daysWithUnsubmittedClasses,studentsHeldForClasses,classesMissing,"
                    + "daysWithFewerClasses,fewerClasses,knownOn\r\n";

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
                        line.fewerClasses() == null ? null : missing(line.fewerClasses()),
                        line.fewerClasses() == null ? null : line.fewerClasses().size(),
                        line.fewerClasses() == null ? null : fewer(line.fewerClasses()),
                        report.knownOn())));
        return text.toString();
    }

    /** Each with how many classes submitted, of how many that usually do: {@code 2026-10-13:3/12}. */
    private static String fewer(List<ClassesOn> days) {
        return days.stream()
                .map(on -> "%s:%d/%d".formatted(on.day(), on.classes(), on.usual()))
                .collect(joining(" "));
    }

    /** On each of these days the classes that usually submit: {@code 2026-10-13:7A+7B}. */
    private static String missing(List<ClassesOn> days) {
        return days.stream()
                .filter(on -> !on.missing().isEmpty())
                .map(on -> on.day() + ":" + String.join("+", on.missing()))
                .collect(joining(" "));
    }

    private static long students(List<HeldOn> held) {
        return held.stream().mapToLong(HeldOn::students).sum();
    }
}
