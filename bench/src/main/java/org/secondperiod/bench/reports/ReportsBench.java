package org.secondperiod.bench.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Bar;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.InterleavedTimes;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Round;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.local.stack.Part;

/** A district's school year in reporting-service: made by SQL, asked, kept up, and streamed. */
public final class ReportsBench {

    private static final int PER_SCHOOL = 500;
    private static final int STREAMED = 3;
    private static final int PERCENTILE = 95;
    private static final double MOST_MILLIS = 50;
    private static final double LEAST_RATIO = 50;
    private static final int DATES = 20;
    private static final String HEAP = "-Xmx384m";
    private static final List<String> JVM = List.of(HEAP, "-XX:+UseSerialGC");

    private final int blocks;
    private final int students;
    private final int days;
    private final int requests;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param blocks how many blocks of four rounds for each report
     * @param days of history
     * @param requests of a round
     */
    public ReportsBench(int blocks, int students, int days, int requests, boolean warmUp, Consumer<String> say) {
        this.blocks = blocks;
        this.students = students;
        this.days = days;
        this.requests = requests;
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Measures. */
    public List<Result> run() {
        try (BenchStack stack = BenchStack.start(List.of(Part.REPORTING), JVM, say);
                Reporting reporting = new Reporting(stack);
                EventSender sender = new EventSender(stack.layout().bootstrapServers())) {
            List<Result> results = new ArrayList<>();
            results.add(new Proof(stack, reporting, sender, say).show());
            SchoolDays schoolDays = SchoolDays.of(days, STREAMED + 1);
            MadeYear year = new MadeYear(
                    stack.layout(), reporting.database(), new District(students, PER_SCHOOL), schoolDays, say);
            Cpu cpu = stack.watched(List.of(Part.REPORTING, Part.POSTGRES, Part.KAFKA));
            Round rebuild = make(stack, reporting, year, cpu);
            ask(stack, cpu, schoolDays, results);
            results.addAll(
                    goOn(stack, reporting, year, cpu, rebuild, new Telling(reporting.database(), sender, schoolDays)));
            return results;
        }
    }

    private Round make(BenchStack stack, Reporting reporting, MadeYear year, Cpu cpu) {
        say.accept("A year of %,d students and %d days is made".formatted(students, days));
        stack.standAt(District.moment(year.days().lastOfHistory(), 15, 0));
        year.draw();
        year.tell();
        Counting counting = new Counting(reporting);
        Map<String, Double> before = cpu.seconds();
        long begun = System.nanoTime();
        counting.years();
        Round rebuild = new Round(students, (System.nanoTime() - begun) / 1e9, Cpu.between(before, cpu.seconds()));
        say.accept("  counted by the service in %.1f s".formatted(rebuild.seconds()));
        counting.daysOfCalls(year);
        year.learnDayByDay();
        long size = size(reporting.database());
        say.accept("  the days of calls are added up; the service's database has %,d MiB".formatted(size));
        year.studentDays();
        say.accept("  %,d student days for the baseline, %,d MiB"
                .formatted(year.count("bench.student_day"), size(reporting.database()) - size));
        return rebuild;
    }

    private static long size(Database database) {
        return database.number("SELECT pg_database_size(current_database()) / 1024 / 1024");
    }

    private void ask(BenchStack stack, Cpu cpu, SchoolDays schoolDays, List<Result> results) {
        stack.standAt(District.moment(schoolDays.day(schoolDays.history()), 6, 0));
        List<LocalDate> dates =
                schoolDays.days().subList(Math.max(0, days - DATES), days).reversed();
        InterleavedTimes times = new InterleavedTimes(cpu, blocks, warmUp, say);
        try (Database raw = new Database(stack.layout(), MadeYear.DATABASE)) {
            raw.execute(
                    "SET work_mem = '256MB'; SET hash_mem_multiplier = 2; SET max_parallel_workers_per_gather = 2; SET jit = off");
            for (Question question : Questions.all()) {
                ServiceSide service = new ServiceSide(stack, question, dates, requests);
                results.add(times.faster(
                        "%s: %,d students, %d days".formatted(question.title(), students, days),
                        service,
                        new RawSide(raw, question, dates, service),
                        new Bar(PERCENTILE, MOST_MILLIS),
                        LEAST_RATIO));
            }
        }
    }

    private List<Result> goOn(
            BenchStack stack, Reporting reporting, MadeYear year, Cpu cpu, Round rebuild, Telling telling) {
        say.accept("Further days are streamed");
        FurtherDays further = new FurtherDays(stack, reporting, telling, year, cpu, say);
        KeepingUp keepingUp = new KeepingUp(students, days, rebuild, further.stream(days, false));
        List<Round> streamed = new ArrayList<>();
        for (int day = days + 1; day <= days + STREAMED; day++) {
            streamed.add(further.stream(day, true));
        }
        return List.of(keepingUp, new StreamedDays(students, HEAP, streamed, reporting.mostMemory(), further.faults()));
    }
}
