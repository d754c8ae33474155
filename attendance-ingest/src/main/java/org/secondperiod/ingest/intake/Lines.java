package org.secondperiod.ingest.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.secondperiod.ingest.input.Names;
import org.secondperiod.kit.bulk.BadLine;
import org.secondperiod.kit.bulk.BulkLine;

/** Checks that lines of several kinds have in common, beyond those of {@link BulkLine}. */
public final class Lines {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);
    private static final Instant FIRST_MOMENT = Instant.parse("2000-01-01T00:00:00Z");

    /** A source's clock may be wrong; a moment of next year would win over every later correction. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private Lines() {}

    /** A school day of this century. */
    public static LocalDate day(BulkLine line, String field) {
        var day = line.date(field);
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw line.bad(field, "is not a date from 2000-01-01 to 2099-12-31");
        }
        return day;
    }

    /** When the source says it happened: this century, at most a day ahead of our clock. */
    public static Instant happened(BulkLine line, String field, Instant now) {
        var moment = line.instant(field);
        if (moment.isBefore(FIRST_MOMENT) || moment.isAfter(now.plus(AHEAD))) {
            throw line.bad(field, "is before the year 2000 or more than a day ahead of our clock");
        }
        return moment;
    }

    /** A period's name. */
    public static String name(BulkLine line, String field) {
        return checked(line, field, line.text(field));
    }

    /** A code: like a name, but it may be empty, for systems whose blank code has a meaning. */
    public static String code(BulkLine line, String field) {
        var code = line.get(field);
        if (code == null) {
            throw line.bad(field, "is missing");
        }
        return code.isEmpty() ? code : checked(line, field, code);
    }

    /** A version, 0 where none is given. */
    public static long version(BulkLine line, String field) {
        var version = line.optionalNumber(field);
        return version == null ? 0 : version;
    }

    /** A school that the sender may speak of. */
    public static String school(BulkLine line, String field, Sender sender) {
        var school = line.id(field);
        if (!sender.mayWrite(school)) {
            throw line.bad(field, "is a school that this credential may not write for");
        }
        return school;
    }

    /** What is said of a line about a student of whom nothing is taken in any more. */
    public static BadLine ofAnErasedStudent(BulkLine line) {
        return line.bad("studentId", "is of a student who was erased; nothing is taken in any more");
    }

    private static String checked(BulkLine line, String field, String name) {
        var fault = Names.fault(name);
        if (fault != null) {
            throw line.bad(field, fault);
        }
        return name;
    }
}
