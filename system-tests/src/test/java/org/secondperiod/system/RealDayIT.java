package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.city.CityDay;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.oracle.StackCheck;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Stack;

/**
 * The real Wednesday of 12 September 2018 at the two schools where the practice was born: as many students enrolled, absent,
 * present and released as the city reported (NYC Open Data, data set x3bb-kg5j). And once more a week later, with marks in
 * error, late uploads, corrections in any order and repeats mixed in.
 */
class RealDayIT {

    private static final LocalDate DAY = LocalDate.of(2018, 9, 12);
    private static final LocalDate MIXED_DAY = DAY.plusWeeks(1);
    private static final List<String> SCHOOLS = List.of("07X427", "11X265");
    private static final Path FILE = Path.of("src/test/resources/nyc-2018-09-12.csv");

    @Test
    void theSystemSaysWhatTheCitySaidAndOfTheMixedDayWhatTheOracleSays() throws SQLException {
        try (var stack = new OwnStack("real-day")) {
            var simulation = stack.layout().beside("simulation", 1_000);
            try {
                var played = stack.sp()
                        .run(
                                Duration.ofMinutes(8),
                                "simulate",
                                "--keep",
                                "--day",
                                DAY.toString(),
                                "--schools",
                                String.join(",", SCHOOLS),
                                "--mixed",
                                "7",
                                FILE.toAbsolutePath().toString());

                assertThat(played.exitCode()).as(played.output()).isZero();
                assertThat(played.output())
                        .contains(
                                "2 of 2 schools are equal in every figure",
                                "708 of 708 students are as the oracle says");

                // And the comparison is one that can fail
                var student = plantAFault(simulation);
                assertThat(compare(simulation).differences())
                        .extracting(StackCheck.Difference::studentId)
                        .containsExactly(student);
            } finally {
                new Stack(simulation).stop(line -> {});
            }
        }
    }

    /** Changes what is stored of one student, behind the service's back; returns who it is. */
    private static String plantAFault(Layout simulation) throws SQLException {
        var url = simulation.jdbcUrl("outreach");
        try (var database = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
                var update = database.prepareStatement("""
                        UPDATE whereabouts SET state = 'NOT_ABSENT', rule = 5 WHERE student_id = (
                            SELECT min(student_id) FROM whereabouts WHERE state = 'UNACCOUNTED' AND school_day = ?)
                        RETURNING student_id
                        """)) {
            update.setObject(1, MIXED_DAY);
            try (var changed = update.executeQuery()) {
                assertThat(changed.next()).as("somebody is unaccounted for").isTrue();
                return changed.getString(1);
            }
        }
    }

    /** After the moments at which something was due: cut-off, marks and scans that came later, holds that ripen, now. */
    private static StackCheck.Result compare(Layout simulation) {
        var moments = new TreeSet<>(List.of(
                at(8, 44),
                at(8, 48),
                at(8, 49),
                at(8, 54),
                at(8, 58),
                at(8, 59),
                new ClockFile(simulation.clockFile()).now().truncatedTo(ChronoUnit.MILLIS)));
        return new StackCheck(simulation, CityDay.ZONE).compare(SCHOOLS, MIXED_DAY, moments, compared -> {});
    }

    private static Instant at(int hour, int minute) {
        return MIXED_DAY.atTime(LocalTime.of(hour, minute)).atZone(CityDay.ZONE).toInstant();
    }
}
