package org.secondperiod.reporting.earlier.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.earlier.CallingEarlierReport;
import org.secondperiod.reporting.earlier.CallingEarlierReport.Effect;

/** What calling earlier changes, as CSV: one line, which goes nowhere without what it does not show. */
@Provider
@Produces("text/csv")
public class CallingEarlierCsv extends CsvWriter<CallingEarlierReport> {

    private static final String HEADER =
            "from,to,state,students,compared,draws,schoolDays,schools,early,earlyCalled,earlyMinutesToCall,earlyCame,late,lateCalled,"
                    + "lateMinutesToCall,lateCame,points,low,high,beyondChance,says,outcome,doesNotShow,knownOn\r\n";

    CallingEarlierCsv() {
        super(CallingEarlierReport.class);
    }

    @Override
    protected String text(CallingEarlierReport report) {
        Effect effect = report.effect();
        return HEADER
                + Csv.line(
                        report.from(),
                        report.to(),
                        report.state(),
                        report.sample().students(),
                        report.sample().compared(),
                        report.sample().draws(),
                        report.sample().schoolDays(),
                        report.sample().schools(),
                        report.early().students(),
                        report.early().called(),
                        report.early().averageMinutesToCall(),
                        report.early().came(),
                        report.late().students(),
                        report.late().called(),
                        report.late().averageMinutesToCall(),
                        report.late().came(),
                        effect == null ? null : effect.points(),
                        effect == null ? null : effect.low(),
                        effect == null ? null : effect.high(),
                        effect == null ? null : effect.beyondChance(),
                        report.says(),
                        report.outcome(),
                        report.doesNotShow(),
                        report.knownOn());
    }
}
