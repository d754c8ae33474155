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
        return new Mark(
                line.optionalId("markId"),
                new StudentId(line.id("studentId")),
                new SchoolId(Lines.school(line, "schoolId", sender)),
                SchoolDay.of(Lines.day(line, "schoolDay")),
                Lines.name(line, "period"),
                Lines.code(line, "code"),
                Lines.happened(line, "takenAt", now),
                Lines.version(line, "version"),
                line.flag("deleted"));
    }
}
