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
        var fields = line.fields();
        var school = fields.read(() -> new SchoolId(Lines.school(line, "schoolId", sender)));
        var day = fields.read(() -> SchoolDay.of(Lines.day(line, "schoolDay")));
        var period = fields.read(() -> Lines.name(line, "period"));
        var classId = fields.read(() -> line.optionalId("classId"));
        var takenAt = fields.read(() -> Lines.happened(line, "takenAt", now));
        var version = fields.read(() -> Lines.version(line, "version"));
        var deleted = fields.read(() -> line.flag("deleted"));
        fields.orRefuse();
        return new Submission(school, day, period, classId, takenAt, version, deleted);
    }
}
