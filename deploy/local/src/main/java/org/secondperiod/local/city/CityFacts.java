package org.secondperiod.local.city;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.KnownAbsenceRow;
import org.secondperiod.local.api.MarkRow;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.api.TakenRow;

/** What doors and the student information system send on a day: before the cut-off, and what comes only after it. */
final class CityFacts {

    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final String TRIGGER_PERIOD = "1";
    private static final LocalTime FIRST_ARRIVAL = LocalTime.of(7, 30);
    private static final int ARRIVAL_SECONDS = 28 * 60;
    private static final LocalTime FIRST_MARK = LocalTime.of(8, 10);
    private static final LocalTime SECOND_MARK = LocalTime.of(8, 25);
    private static final LocalTime OUT_AGAIN = LocalTime.of(8, 15);
    private static final LocalTime LATE_ARRIVAL = LocalTime.of(8, 46);

    private final List<SchoolFigures> schools;
    private final LocalDate day;
    private final Mix mix;

    CityFacts(List<SchoolFigures> schools, Mix mix) {
        this.schools = schools;
        this.day = schools.getFirst().day();
        this.mix = mix;
    }

    /** Whether nothing is mixed in, and so the file tells how many there are. */
    boolean areAsTheFileHasThem() {
        return mix.isNothing();
    }

    static String building(SchoolFigures school) {
        return "B-" + school.schoolId();
    }

    static String reader(SchoolFigures school) {
        return "R-" + school.schoolId();
    }

    /** A local time of the day. */
    OffsetDateTime at(LocalTime time) {
        return day.atTime(time).atZone(ZONE).toOffsetDateTime();
    }

    Stream<KnownAbsenceRow> released() {
        return ofEach((school, n) -> school.isReleased(n) ? Stream.of(released(school, n)) : Stream.empty());
    }

    private KnownAbsenceRow released(SchoolFigures school, int n) {
        String student = school.studentId(n);
        return new KnownAbsenceRow(
                "released-%s-%s".formatted(student, day), student, school.schoolId(), "released", day, day, null);
    }

    Stream<TakenRow> taken() {
        return schools.stream()
                .map(school -> new TakenRow(school.schoolId(), day, TRIGGER_PERIOD, null, at(LocalTime.of(8, 20))));
    }

    Stream<ScanRow> scansInTime() {
        return ofEach((school, n) -> repeatedly(school, n, scansInTime(school, n)));
    }

    Stream<MarkRow> marksInTime() {
        return ofEach((school, n) -> repeatedly(school, n, marksInTime(school, n)));
    }

    /** Scans that come after the cut-off, and once more those of students whose facts are repeated. */
    Stream<ScanRow> scansAfterwards() {
        return ofEach((school, n) -> {
            Stream<ScanRow> late =
                    switch (mix.twist(school, n)) {
                        case LATE_UPLOAD -> Stream.of(arrival(school, n));
                        case CAME_LATE -> Stream.of(scan(school, n, school, "in", at(LATE_ARRIVAL)));
                        default -> Stream.empty();
                    };
            return mix.repeated(school, n) ? Stream.concat(scansInTime(school, n).stream(), late) : late;
        });
    }

    /** Marks that come after the cut-off, and once more those of students whose facts are repeated. */
    Stream<MarkRow> marksAfterwards() {
        return ofEach((school, n) -> {
            Stream<MarkRow> late =
                    switch (mix.twist(school, n)) {
                        case CORRECTED -> Stream.of(mark(school, n, "P", at(SECOND_MARK), 2, null));
                        case WITHDRAWN -> Stream.of(mark(school, n, "A", at(SECOND_MARK), 2, true));
                        default -> Stream.empty();
                    };
            return mix.repeated(school, n) ? Stream.concat(late, marksInTime(school, n).stream()) : late;
        });
    }

    private List<ScanRow> scansInTime(SchoolFigures school, int n) {
        return switch (mix.twist(school, n)) {
            case LATE_UPLOAD -> List.of();
            case LEFT_AGAIN -> List.of(arrival(school, n), scan(school, n, school, "out", at(OUT_AGAIN)));
            case ELSEWHERE -> List.of(scan(school, n, neighbour(school), "in", at(FIRST_ARRIVAL)));
            default -> school.isPresent(n) ? List.of(arrival(school, n)) : List.of();
        };
    }

    private List<MarkRow> marksInTime(SchoolFigures school, int n) {
        MarkRow absent = mark(school, n, "A", at(FIRST_MARK).plusSeconds(n % 600), 1, null);
        return switch (mix.twist(school, n)) {
            case EXCUSED_FIRST -> List.of(mark(school, n, "E", at(SECOND_MARK), 2, null), absent);
            case MARKED_IN_ERROR, LATE_UPLOAD, LEFT_AGAIN -> List.of(absent);
            default -> school.isAbsent(n) ? List.of(absent) : List.of();
        };
    }

    /** Arrivals thicken towards the bell: the square root of an even spread. */
    private ScanRow arrival(SchoolFigures school, int n) {
        double even = (n * 7919L % 1000) / 1000.0;
        long second = Math.round(Math.sqrt(even) * ARRIVAL_SECONDS);
        return scan(school, n, school, "in", at(FIRST_ARRIVAL).plusSeconds(second));
    }

    private ScanRow scan(SchoolFigures school, int n, SchoolFigures where, String direction, OffsetDateTime scannedAt) {
        String student = school.studentId(n);
        String scanId = "scan-%s-%s-%s".formatted(student, day, direction);
        return new ScanRow(scanId, reader(where), null, student, scannedAt, direction);
    }

    private MarkRow mark(
            SchoolFigures school, int n, String code, OffsetDateTime takenAt, long version, @Nullable Boolean deleted) {
        return new MarkRow(
                school.studentId(n), school.schoolId(), day, TRIGGER_PERIOD, code, takenAt, version, deleted);
    }

    private SchoolFigures neighbour(SchoolFigures school) {
        return schools.get((schools.indexOf(school) + 1) % schools.size());
    }

    private <T> Stream<T> repeatedly(SchoolFigures school, int n, List<T> rows) {
        return mix.repeated(school, n) ? Stream.concat(rows.stream(), rows.stream()) : rows.stream();
    }

    private <T> Stream<T> ofEach(BiFunction<SchoolFigures, Integer, Stream<T>> rows) {
        return schools.stream()
                .flatMap(school -> IntStream.range(0, school.enrolled()).boxed().flatMap(n -> rows.apply(school, n)));
    }
}
