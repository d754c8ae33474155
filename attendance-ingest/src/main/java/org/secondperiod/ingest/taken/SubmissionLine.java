package org.secondperiod.ingest.taken;

import java.time.Instant;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** Reads a submission from its fields. */
final class SubmissionLine {

    static final Columns COLUMNS = Columns.of(
                    "schoolId", "schoolDay", "period", "classId", "takenAt", "version", "deleted")
            .required("schoolId", "schoolDay", "period", "takenAt");

    private SubmissionLine() {}

    static Submission read(BulkLine line, Sender sender, Instant now) {
        return new Submission(
                new SchoolId(Lines.school(line, "schoolId", sender)),
                SchoolDay.of(Lines.day(line, "schoolDay")),
                Lines.name(line, "period"),
                line.optionalId("classId"),
                Lines.happened(line, "takenAt", now),
                Lines.version(line, "version"),
                line.flag("deleted"));
    }
}
