package org.secondperiod.reporting.contacts.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.contacts.ContactRecord;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;

/** A contact record as CSV: one line for each call or conversation, and one for each student whom nobody tried to reach. */
@Provider
@Produces("text/csv")
public class ContactRecordCsv extends CsvWriter<ContactRecord> {

    private static final String HEADER =
            "schoolDay,schoolId,studentId,kind,channel,date,time,reached,outcome,result,reason,"
                    + "comingBy,nextStep,staffId,calledInError,contactId\r\n";

    ContactRecordCsv() {
        super(ContactRecord.class);
    }

    @Override
    protected String text(ContactRecord record) {
        StringBuilder text = new StringBuilder(HEADER);
        record.entries()
                .forEach(entry -> text.append(Csv.line(
                        entry.schoolDay(),
                        entry.schoolId(),
                        entry.studentId(),
                        entry.kind(),
                        entry.channel(),
                        entry.date(),
                        entry.time(),
                        entry.reached(),
                        entry.outcome(),
                        entry.result(),
                        entry.reason(),
                        entry.comingBy(),
                        entry.nextStep(),
                        entry.staffId(),
                        entry.calledInError(),
                        entry.contactId())));
        return text.toString();
    }
}
