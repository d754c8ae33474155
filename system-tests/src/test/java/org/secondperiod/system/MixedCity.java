package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.city.AttendanceFile;
import org.secondperiod.local.city.CityDay;
import org.secondperiod.local.city.Mix;
import org.secondperiod.local.city.ProgressListener;
import org.secondperiod.local.city.SchoolFigures;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.oracle.StackCheck;
import org.secondperiod.local.stack.Stack;

/** A day of New York City, mixed with what real mornings have, through all services; and the oracle's opinion of it. */
final class MixedCity {

    static final LocalDate DAY = LocalDate.of(2018, 9, 12);
    private static final Path FILE = Path.of("src/test/resources/nyc-2018-09-12.csv");
    private static final double SPEED = 300;

    private final OwnStack stack;
    private final List<SchoolFigures> figures;
    private SortedSet<Instant> moments = Collections.emptySortedSet();

    /** @param schools only these; all when empty */
    MixedCity(OwnStack stack, Set<String> schools) {
        this.stack = stack;
        this.figures = new AttendanceFile(FILE).on(DAY, schools);
    }

    int students() {
        return figures.stream().mapToInt(SchoolFigures::enrolled).sum();
    }

    void play(long seed) {
        new Stack(stack.layout()).start(line -> {});
        var clock = new ClockFile(stack.layout().clockFile());
        var city = new CityDay(figures, Mix.of(seed), clock, Api.as("sis", stack.layout()), SPEED, new Nobody());
        city.play();
        moments = city.playMix();
    }

    StackCheck.Result compare() {
        var schools = figures.stream().map(SchoolFigures::schoolId).toList();
        return new StackCheck(stack.layout(), CityDay.ZONE).compare(schools, DAY, moments, compared -> {});
    }

    /** Changes what is stored of one student, behind the service's back; returns who it is. */
    String plantAFault() throws SQLException {
        var url = stack.layout().jdbcUrl("outreach");
        try (var database = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD);
                var update = database.prepareStatement("""
                        UPDATE whereabouts SET state = 'NOT_ABSENT', rule = 5 WHERE student_id = (
                            SELECT min(student_id) FROM whereabouts WHERE state = 'UNACCOUNTED' AND school_day = ?)
                        RETURNING student_id
                        """)) {
            update.setObject(1, DAY);
            try (var changed = update.executeQuery()) {
                assertThat(changed.next()).as("somebody is unaccounted for").isTrue();
                return changed.getString(1);
            }
        }
    }

    /** Long work that nobody watches. */
    private static final class Nobody implements ProgressListener {

        @Override
        public void begins(String what, long total) {}

        @Override
        public void advanced(long through, long rejected) {}

        @Override
        public void ended() {}
    }
}
