package org.secondperiod.reporting.edfi.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.edfi.Extract;

/** The extract as CSV: one line for each event, with the resource's own names. */
@Provider
@Produces("text/csv")
public class ExtractCsv extends CsvWriter<Extract> {

    private static final String HEADER = "localSchoolId,schoolId,schoolYear,sessionName,studentUniqueId,eventDate,"
            + "attendanceEventCategoryDescriptor,attendanceEventReason,eventDuration\r\n";

    ExtractCsv() {
        super(Extract.class);
    }

    @Override
    protected String text(Extract extract) {
        StringBuilder text = new StringBuilder(HEADER);
        extract.events()
                .forEach(event -> text.append(Csv.line(
                        extract.schoolId(),
                        event.schoolReference().schoolId(),
                        event.sessionReference().schoolYear(),
                        event.sessionReference().sessionName(),
                        event.studentReference().studentUniqueId(),
                        event.eventDate(),
                        event.attendanceEventCategoryDescriptor(),
                        event.attendanceEventReason(),
                        event.eventDuration())));
        return text.toString();
    }
}
