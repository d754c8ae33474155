package org.secondperiod.bench.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.local.reports.KeptAndCounted;
import org.secondperiod.local.reports.LearnedAndKept;
import org.secondperiod.local.reports.MovedAndKept;

/**
 * Makes a small district twice: its facts by SQL, counted by the service at one go, as the large one is made; and streamed through the
 * topics, each day on that day. Every row must be the same, and the rebuild's check must find both right.
 */
final class Proof {

    private static final int STUDENTS = 1_000;
    private static final int PER_SCHOOL = 250;
    private static final int DAYS = 22;
    private static final int MINIMUM = 10;

    private final BenchStack stack;
    private final Reporting reporting;
    private final EventSender sender;
    private final Consumer<String> say;
    private final List<String> differences = new ArrayList<>();
    private long checked;

    Proof(BenchStack stack, Reporting reporting, EventSender sender, Consumer<String> say) {
        this.stack = stack;
        this.reporting = reporting;
        this.sender = sender;
        this.say = say;
    }

    Equality show() {
        Database database = reporting.database();
        SchoolDays days = SchoolDays.of(DAYS, 0);
        MadeYear year = new MadeYear(stack.layout(), database, new District(STUDENTS, PER_SCHOOL), days, line -> {});
        say.accept("A small district is made by SQL, and streamed day by day");
        year.draw();
        stack.standAt(District.moment(days.lastOfHistory(), 15, 0));
        year.tell();
        new Counting(reporting).all(year);
        year.learnDayByDay();
        check("by SQL", days);
        Snapshot bySql = Snapshot.of(database);

        year.draw();
        stream(new Telling(database, sender, days), days);
        check("streamed", days);
        differences.addAll(bySql.unlike(Snapshot.of(database)));
        return new Equality(STUDENTS, DAYS, bySql.rows(), checked, differences);
    }

    private void stream(Telling telling, SchoolDays days) {
        stack.standAt(District.moment(SchoolDays.TOLD, 12, 0));
        telling.schoolsAndRoster();
        reporting.awaitSettled();
        for (int day = 0; day < days.history(); day++) {
            stack.standAt(District.moment(days.day(day), 15, 0));
            telling.marks(day, false);
            telling.calls(day);
            telling.submissions(day);
            reporting.awaitSettled();
        }
    }

    /** As {@code ./sp reports rebuild --check} does. */
    private void check(String which, SchoolDays days) {
        LocalDate today = days.lastOfHistory();
        var question =
                new KeptAndCounted.Question(SchoolDays.YEAR_FIRST, SchoolDays.YEAR_LAST, today, MINIMUM, List.of());
        try (Database own = new Database(stack.layout(), MadeYear.DATABASE)) {
            List<String> found = own.with(connection -> check(connection, question, today));
            found.forEach(line -> differences.add("the rebuild's check, " + which + ": " + line));
        }
    }

    private List<String> check(Connection connection, KeptAndCounted.Question question, LocalDate today)
            throws SQLException {
        List<String> found = new ArrayList<>();
        LocalDate monthEnd = today.withDayOfMonth(1).minusDays(1);
        for (LocalDate asOf : List.of(monthEnd, today)) {
            KeptAndCounted both = KeptAndCounted.ask(connection, question, asOf);
            checked += both.counted().size();
            found.addAll(both.differences());
        }
        found.addAll(KeptAndCounted.reasonDifferences(connection, question, today));
        found.addAll(LearnedAndKept.differences(connection));
        found.addAll(MovedAndKept.differences(connection));
        return found;
    }
}
