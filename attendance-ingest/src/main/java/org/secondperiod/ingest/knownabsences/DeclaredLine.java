package org.secondperiod.ingest.knownabsences;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.KnownAbsence.Reason;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.kit.bulk.AllFields;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/** Reads a known absence from its fields. */
final class DeclaredLine {

    /** Of one that is named by its path. */
    static final Columns NAMED = Columns.of(
                    "studentId", "schoolId", "reason", "from", "to", "detail", "version", "deleted")
            .required("studentId", "reason", "from", "to");

    /** Of one in a bulk body. */
    static final Columns COLUMNS = Columns.of(
                    "absenceId", "studentId", "schoolId", "reason", "from", "to", "detail", "version", "deleted")
            .required("absenceId", "studentId", "reason", "from", "to");

    private static final int LONGEST_DETAIL = 500;
    private static final int DATE_LENGTH = "2026-10-14".length();

    private DeclaredLine() {}

    static Declared read(BulkLine line, Sender sender) {
        return read(line, () -> line.id("absenceId"), sender);
    }

    static Declared read(BulkLine line, String absenceId, Sender sender) {
        return read(line, () -> absenceId, sender);
    }

    private static Declared read(BulkLine line, Supplier<String> absenceId, Sender sender) {
        var fields = line.fields();
        var id = fields.read(absenceId);
        var student = fields.read(() -> new StudentId(line.id("studentId")));
        var school = fields.read(() -> school(line, sender));
        var reason = fields.read(() -> reason(line));
        var span = span(line, fields);
        var detail = fields.read(() -> detail(line));
        var version = fields.read(() -> line.optionalNumber("version"));
        var deleted = fields.read(() -> line.flag("deleted"));
        fields.orRefuse();
        return new Declared(id, student, school, reason, span, detail, version, deleted);
    }

    private static @Nullable SchoolId school(BulkLine line, Sender sender) {
        if (line.optional("schoolId") != null) {
            return new SchoolId(Lines.school(line, "schoolId", sender));
        }
        if (!sender.mayWriteEverywhere()) {
            throw line.bad("schoolId", "is missing; this credential does not name all schools, so it must name one");
        }
        return null;
    }

    private static Reason reason(BulkLine line) {
        var given = line.text("reason");
        return Arrays.stream(Reason.values())
                .filter(reason -> word(reason).equals(given))
                .findFirst()
                .orElseThrow(() -> line.bad(
                        "reason",
                        "is not one of "
                                + Arrays.stream(Reason.values())
                                        .map(DeclaredLine::word)
                                        .collect(Collectors.joining(", "))));
    }

    /** A reason as the API writes it. */
    static String word(Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of two ends that are each as they should be. */
    private static @Nullable Span span(BulkLine line, AllFields fields) {
        fields.read(() -> end(line, "from"));
        fields.read(() -> end(line, "to"));
        return fields.isRight("from", "to") ? fields.read(() -> span(line)) : null;
    }

    private static Object end(BulkLine line, String field) {
        return line.text(field).length() <= DATE_LENGTH ? Lines.day(line, field) : line.instant(field);
    }

    private static Span span(BulkLine line) {
        boolean days = line.text("from").length() <= DATE_LENGTH;
        if (days != line.text("to").length() <= DATE_LENGTH) {
            throw line.bad("to", "must be of the same kind as from: two dates, or two times with their offsets");
        }
        if (!days) {
            var hours = new Span.Hours(line.instant("from"), line.instant("to"));
            return ordered(line, hours.to().isAfter(hours.from()), hours, "must be after from");
        }
        LocalDate from = Lines.day(line, "from");
        LocalDate to = Lines.day(line, "to");
        return ordered(line, !to.isBefore(from), new Span.Days(from, to), "must not be before from");
    }

    private static Span ordered(BulkLine line, boolean inOrder, Span span, String otherwise) {
        if (!inOrder) {
            throw line.bad("to", otherwise);
        }
        return span;
    }

    private static @Nullable String detail(BulkLine line) {
        var detail = line.optional("detail");
        if (detail != null && detail.length() > LONGEST_DETAIL) {
            throw line.bad("detail", "has more than " + LONGEST_DETAIL + " characters");
        }
        return detail;
    }
}
