package org.secondperiod.bench.morning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.morning.OpenLoop.Rate;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.local.stack.Part;

/** Ingest, join and tasks together on one machine: throughput, latency, and a replay. */
public final class MorningBench {

    static final List<Part> SERVICES = List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH);

    private final int rounds;
    private final int students;
    private final Rate rate;
    private final int seconds;
    private final Consumer<String> say;

    /**
     * @param rounds mornings whose throughput is measured
     * @param perSecond events a second while latency is measured
     * @param everyMillis how often what has come up is sent then; 0 for a request of one line for each event
     * @param seconds for how long
     */
    public MorningBench(int rounds, int students, int perSecond, int everyMillis, int seconds, Consumer<String> say) {
        this.rounds = rounds;
        this.students = students;
        this.rate = new Rate(perSecond, everyMillis);
        this.seconds = seconds;
        this.say = say;
    }

    /** Measures all three, one after the other, on one stack. */
    public List<Result> run() {
        District district = new District(students, 500);
        try (BenchStack stack = BenchStack.start(SERVICES, say);
                Outreach outreach = new Outreach(stack)) {
            load(district, stack, outreach);
            List<Result> results = new ArrayList<>();
            Throughput throughput = new Throughput(stack, district, outreach, say);
            results.add(throughput.measure(rounds));
            LocalDate day = District.day(rounds + 1);
            throughput.openDay(day);
            results.addAll(new OpenLoop(stack, district, day, rate, seconds, say).measure());
            outreach.awaitSettled(Throughput.now(day), Throughput.READ);
            results.add(new ReplayBench(stack, district, outreach, day, say).measure());
            return results;
        }
    }

    private void load(District district, BenchStack stack, Outreach outreach) {
        stack.standAt(District.moment(District.FIRST_DAY.minusDays(1), 12, 0));
        DistrictSetup setup = new DistrictSetup(district, stack);
        setup.schools();
        setup.readers();
        try (EventSender sender = new EventSender(stack.layout().bootstrapServers());
                Database entry = new Database(stack.layout(), "entry")) {
            setup.roster(sender);
            Await.until(
                    "the roster",
                    () -> outreach.database().number("SELECT count(*) FROM enrolment") == students
                            && entry.number("SELECT count(*) FROM badge_claim") >= students);
        }
        say.accept("%,d schools and %,d students with badges are known.".formatted(district.schools(), students));
    }
}
