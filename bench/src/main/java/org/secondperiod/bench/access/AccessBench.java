package org.secondperiod.bench.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.join.Days;
import org.secondperiod.bench.join.Morning;
import org.secondperiod.bench.join.OutreachSide;
import org.secondperiod.bench.measure.Interleaved;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** Reading and deciding with the audit and row-level security, beside the same without; and asking the audit of a year. */
public final class AccessBench {

    private static final double COST_OF_AUDIT = 1.15;
    private static final double COST_OF_ROWS = 1.10;
    private static final double COST_THAT_IS_WISHED_FOR = 1.05;
    private static final String READING = "Reading tasks and days of students, %,d requests a round of eight callers";
    private static final String JOINING = "The join of %,d students a round";
    private static final int PER_SCHOOL = 500;

    /** Compiled code is reached late, as each request costs much more at first. */
    private static final int ROUNDS_BEFOREHAND = 15;

    private final int blocks;
    private final int students;
    private final int requests;
    private final int auditRows;
    private final boolean warmUp;
    private final Consumer<String> say;

    public AccessBench(int blocks, int students, int requests, int auditRows, boolean warmUp, Consumer<String> say) {
        this.blocks = blocks;
        this.students = students;
        this.requests = requests;
        this.auditRows = auditRows;
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Measures what is asked, in the order of {@link Question}. */
    public List<Result> run(Collection<Question> asked) {
        District district = new District(students, PER_SCHOOL);
        try (BenchStack stack = BenchStack.start(List.of(Part.INGEST, Part.OUTREACH), say);
                Outreach outreach = new Outreach(stack);
                EventSender sender = new EventSender(stack.layout().bootstrapServers())) {
            Days days = new Days();
            playMorning(district, days.next(), stack, outreach, sender);
            stack.as("moreau")
                    .post(
                            Part.OUTREACH,
                            "/v1/grants",
                            Map.of(
                                    "subject",
                                    "rivera",
                                    "role",
                                    "caller",
                                    "schools",
                                    district.schoolIds().toList(),
                                    "why",
                                    "measures"));
            Database database = outreach.database();
            Switch audit = new AuditSwitch(database);
            Switch rows = new RowsSwitch(database);
            Side callers = new CallersSide(
                    district,
                    stack.layout().url(Part.OUTREACH),
                    stack.as("rivera").token(),
                    requests);
            Side join = new OutreachSide(stack, district, students, days, sender, outreach);
            Interleaved compared =
                    new Interleaved(stack.watched(List.of(Part.OUTREACH, Part.POSTGRES)), blocks, warmUp, say);
            List<Result> results = new ArrayList<>();
            if (asked.contains(Question.AUDIT) || asked.contains(Question.ROWS)) {
                warm(callers);
            }
            if (asked.contains(Question.AUDIT)) {
                results.add(compare(compared, READING.formatted(requests), callers, audit, COST_OF_AUDIT));
                audit.on();
            }
            if (asked.contains(Question.ROWS)) {
                results.add(compare(compared, READING.formatted(requests), callers, rows, COST_OF_ROWS));
            }
            if (asked.contains(Question.JOIN)) {
                results.add(compare(compared, JOINING.formatted(students), join, rows, COST_OF_ROWS));
            }
            rows.on();
            if (asked.contains(Question.YEAR)) {
                say.accept("A year of the audit is written ...");
                results.add(AuditYear.ask(database, stack.as("moreau"), auditRows));
            }
            return results;
        }
    }

    private void warm(Side callers) {
        for (int round = 0; warmUp && round < ROUNDS_BEFOREHAND; round++) {
            callers.work();
        }
    }

    private static Result compare(Interleaved compared, String title, Side side, Switch what, double cost) {
        return compared.compare(
                "%s, with %s and without; a cost of %.2f is a ratio of %.3f"
                        .formatted(title, what.what(), cost, 1 / cost),
                new SwitchedSide(side, what, true),
                new SwitchedSide(side, what, false),
                1 / cost,
                1 / COST_THAT_IS_WISHED_FOR);
    }

    private void playMorning(
            District district, LocalDate day, BenchStack stack, Outreach outreach, EventSender sender) {
        Morning morning = new Morning(district, day, students);
        stack.standAt(District.moment(District.FIRST_DAY.minusDays(1), 12, 0));
        DistrictSetup setup = new DistrictSetup(district, stack);
        setup.schools();
        setup.roster(sender);
        Await.until(
                "the roster",
                () -> outreach.database().number("SELECT count(*) FROM enrolment") == district.students());
        Await.until("schools", () -> outreach.database().number("SELECT count(*) FROM school") == district.schools());
        stack.standAt(morning.now());
        outreach.awaitOpen(day, district.schools());
        morning.openDoors(sender);
        morning.facts(Topics.MARKS.name(), Topics.SCANS.name()).forEach(sender::send);
        sender.await();
        outreach.awaitSettled(morning.now(), Topics.MARKS.name(), Topics.SCANS.name(), Topics.READERS.name());
        say.accept("%,d students have been decided on.".formatted(district.students()));
    }
}
