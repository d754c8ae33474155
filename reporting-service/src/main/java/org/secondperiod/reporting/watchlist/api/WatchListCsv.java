package org.secondperiod.reporting.watchlist.api;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.watchlist.WatchList;

/** The list as CSV: one line for each student; reasons with spaces between them. */
@Provider
@Produces("text/csv")
public class WatchListCsv extends CsvWriter<WatchList> {

    private static final String HEADER =
            "asOf,schoolId,studentId,grade,homeroom,why,lastDay,enrolledHalfDays,absentHalfDays,band,"
                    + "bandTenDaysBefore,daysInARow,absencesLeftHalfDays,canEndBelowChronic,lastTwentyDays,knownOn\r\n";

    WatchListCsv() {
        super(WatchList.class);
    }

    @Override
    protected String text(WatchList list) {
        StringBuilder text = new StringBuilder(HEADER);
        list.students()
                .forEach(one -> text.append(Csv.line(
                        list.asOf(),
                        one.schoolId(),
                        one.studentId(),
                        one.grade(),
                        one.homeroom(),
                        one.why().stream().map(Enum::name).collect(joining(" ")),
                        one.asOf(),
                        one.enrolledHalfDays(),
                        one.absentHalfDays(),
                        one.band(),
                        one.before(),
                        one.daysInARow(),
                        one.absencesLeftHalfDays(),
                        one.canEndBelowChronic(),
                        one.lastTwentyDays(),
                        list.knownOn())));
        return text.toString();
    }
}
