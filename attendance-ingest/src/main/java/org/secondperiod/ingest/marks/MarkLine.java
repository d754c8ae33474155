package org.secondperiod.ingest.marks;

import java.time.Instant;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/** Reads a mark from its fields. */
final class MarkLine {

    static final Columns COLUMNS = Columns.of(
                    "markId", "studentId", "schoolId", "schoolDay", "period", "code", "takenAt", "version", "deleted")
            .required("studentId", "schoolId", "schoolDay", "period", "code", "takenAt");

    private MarkLine() {}

    static Mark read(BulkLine line, Sender sender, Instant now) {
        var fields = line.fields();
        var markId = fields.read(() -> line.optionalId("markId"));
        var student = fields.read(() -> new StudentId(line.id("studentId")));
        var school = fields.read(() -> new SchoolId(Lines.school(line, "schoolId", sender)));
        var day = fields.read(() -> SchoolDay.of(Lines.day(line, "schoolDay")));
        var period = fields.read(() -> Lines.name(line, "period"));
        var code = fields.read(() -> Lines.code(line, "code"));
        var takenAt = fields.read(() -> Lines.happened(line, "takenAt", now));
        var version = fields.read(() -> Lines.version(line, "version"));
        var deleted = fields.read(() -> line.flag("deleted"));
        fields.orRefuse();
        return new Mark(markId, student, school, day, period, code, takenAt, version, deleted);
    }
}
