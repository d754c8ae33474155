package org.secondperiod.bench.sizing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Spread;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** A district of each size on a fresh stack: what it takes to know it, and what each school day adds. */
public final class SizingBench {

    private static final List<Part> SERVICES = List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING);
    private static final List<Part> WATCHED =
            List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING, Part.KAFKA, Part.POSTGRES);

    private static final String[] ROSTER = {Topics.SCHOOLS.name(), Topics.ENROLMENTS.name(), Topics.PEOPLE.name()};
    private static final String[] FACTS = {
        Topics.MARKS.name(), Topics.SCANS.name(), Topics.READERS.name(), Topics.TAKEN.name()
    };

    private final List<Integer> sizes;
    private final int days;
    private final Consumer<String> say;

    private final Map<String, List<Double>> taken = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param days that count; one more comes before them */
    public SizingBench(List<Integer> sizes, int days, Consumer<String> say) {
        this.sizes = sizes;
        this.days = days;
        this.say = say;
    }

    /** Measures each size, the smallest first. */
    public List<Result> run() {
        sizes.forEach(this::measure);
        return List.of(new Sizing(sizes, taken, wrong));
    }

    private void measure(int size) {
        say.accept("A district of %,d students".formatted(size));
        SizedDistrict district = new SizedDistrict(size);
        try (BenchStack stack = BenchStack.start(SERVICES, line -> {});
                Outreach outreach = new Outreach(stack);
                Footprint footprint = new Footprint(stack, SERVICES)) {
            double databasesEmpty = footprint.databases();
            double topicsEmpty = footprint.topics();
            Cpu cpu = stack.watched(WATCHED);
            Map<String, Double> before = cpu.seconds();
            Instant evening = District.moment(District.FIRST_DAY.minusDays(1), 12, 0);
            stack.standAt(evening);
            district.load(stack);
            Await.until(
                    "the roster",
                    () -> outreach.database().number("SELECT count(DISTINCT student_id) FROM enrolment")
                            == district.size());
            outreach.awaitSettled(evening, ROSTER);
            awaitReports(footprint, outreach, Topics.SCHOOLS.name(), Topics.ENROLMENTS.name());
            double databasesKnown = footprint.databases();
            double topicsKnown = footprint.topics();
            note("roster once: databases, MB", databasesKnown - databasesEmpty);
            note("roster once: topics, MB for each copy", topicsKnown - topicsEmpty);
            note("roster once: CPU, seconds", total(Cpu.between(before, cpu.seconds())));
            say.accept(
                    "  the roster is known: databases %.0f MB, topics %.1f MB".formatted(databasesKnown, topicsKnown));

            day(0, district, stack, outreach, footprint, cpu);
            double databasesBegun = footprint.databases();
            double topicsBegun = footprint.topics();
            List<Map<String, Double>> used = new ArrayList<>();
            for (int day = 1; day <= days; day++) {
                used.add(day(day, district, stack, outreach, footprint, cpu));
            }
            note("each school day: databases, MB", (footprint.databases() - databasesBegun) / days);
            note("each school day: topics, MB for each copy", (footprint.topics() - topicsBegun) / days);
            WATCHED.forEach(part -> note(
                    "each school day: CPU seconds of " + part.label(),
                    Spread.of(used.stream().map(each -> each.get(part.label())).toList())
                            .median()));
            footprint.memory().forEach((process, megabytes) -> note("memory of " + process + ", MB", megabytes));
            SERVICES.forEach(service -> note("live heap of " + service.label() + ", MB", footprint.liveHeap(service)));
        }
    }

    private Map<String, Double> day(
            int number, SizedDistrict district, BenchStack stack, Outreach outreach, Footprint footprint, Cpu cpu) {
        LocalDate day = District.day(number);
        Instant now = District.moment(day, 8, 46);
        Map<String, Double> before = cpu.seconds();
        stack.standAt(now);
        outreach.awaitOpen(day, district.schoolCount());
        district.heartbeats(stack, day);
        long facts = district.send(stack, day);
        outreach.awaitSettled(now, FACTS);
        awaitReports(footprint, outreach, Topics.MARKS.name(), Topics.TAKEN.name());
        Map<String, Double> used = Cpu.between(before, cpu.seconds());
        long concluded =
                outreach.database().number("SELECT count(*) FROM whereabouts WHERE school_day = '" + day + "'");
        if (concluded != district.size()) {
            wrong.add("WRONG: on %s %,d of %,d students have a conclusion".formatted(day, concluded, district.size()));
        }
        say.accept("  %s: %,d facts, %.1f s of CPU".formatted(day, facts, total(used)));
        return used;
    }

    private static void awaitReports(Footprint footprint, Outreach outreach, String... topics) {
        long end = outreach.topics().end(topics);
        String names = "'" + String.join("', '", topics) + "'";
        Await.until(
                "reporting-service to settle",
                () -> footprint
                                        .database("reporting")
                                        .number(
                                                "SELECT coalesce(sum(next_offset), 0) FROM consumer_offset WHERE topic IN ("
                                                        + names + ")")
                                >= end
                        && footprint.database("reporting").number("SELECT count(*) FROM outbox") == 0);
    }

    private static double total(Map<String, Double> cpu) {
        return WATCHED.stream().mapToDouble(part -> cpu.get(part.label())).sum();
    }

    private void note(String what, double value) {
        taken.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
    }
}
