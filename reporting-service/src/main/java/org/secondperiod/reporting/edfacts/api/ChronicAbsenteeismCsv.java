package org.secondperiod.reporting.edfacts.api;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;
import org.secondperiod.reporting.csv.Csv;
import org.secondperiod.reporting.csv.CsvWriter;
import org.secondperiod.reporting.edfacts.ChronicAbsenteeismFile;

/** The file as it is submitted: a header record and data records, in the order of the specification's columns, without their names. */
@Provider
@Produces("text/csv")
public class ChronicAbsenteeismCsv extends CsvWriter<ChronicAbsenteeismFile> {

    /** A state's education agency has this number in every record. */
    private static final String STATE_AGENCY = "01";

    ChronicAbsenteeismCsv() {
        super(ChronicAbsenteeismFile.class);
    }

    @Override
    protected String text(ChronicAbsenteeismFile file) {
        StringBuilder text = new StringBuilder(Csv.line(
                ChronicAbsenteeismFile.FILE_TYPE,
                file.records().size(),
                file.fileName(),
                "FS195 " + file.asOf(),
                file.reportingPeriod()));
        file.records()
                .forEach(record -> text.append(Csv.line(
                        record.fileRecordNumber(),
                        file.stateCode(),
                        STATE_AGENCY,
                        file.leaId(),
                        record.stateSchoolId(),
                        ChronicAbsenteeismFile.TABLE,
                        record.sex(),
                        record.racialEthnic(),
                        record.disabilityStatus(),
                        record.disabilityStatus504(),
                        record.englishLearnerStatus(),
                        record.homelessEnrolledStatus(),
                        null,
                        record.totalIndicator(),
                        null,
                        record.studentCount())));
        return text.toString();
    }
}
