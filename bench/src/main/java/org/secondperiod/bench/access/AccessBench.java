package org.secondperiod.bench.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.join.Morning;
import org.secondperiod.bench.measure.Interleaved;
import org.secondperiod.bench.measure.Result;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** Reading with the audit beside reading without it, and asking the audit of a year. */
public final class AccessBench {

    /** So many requests a second by those without it, if a request takes at most 1.15 of the time. */
    private static final double GOAL = 1 / 1.15;

    private static final double AIM = 1 / 1.05;
    private static final int PER_SCHOOL = 500;

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

    /** Measures. */
    public List<Result> run() {
        District district = new District(students, PER_SCHOOL);
        try (BenchStack stack = BenchStack.start(List.of(Part.INGEST, Part.OUTREACH), say);
                Outreach outreach = new Outreach(stack);
                EventSender sender = new EventSender(stack.layout().bootstrapServers())) {
            playMorning(district, stack, outreach, sender);
            stack.as("moreau")
                    .post(
                            Part.OUTREACH,
                            "/v1/grants",
                            Map.of("subject", "rivera", "role", "caller", "schools", List.of("*"), "why", "measures"));
            List<Result> results = new ArrayList<>();
            results.add(compare(district, stack, outreach));
            say.accept("A year of the audit is written ...");
            results.add(AuditYear.ask(outreach.database(), stack.as("moreau"), auditRows));
            return results;
        }
    }

    private Result compare(District district, BenchStack stack, Outreach outreach) {
        Switch audit = new Switch(outreach.database());
        String url = stack.layout().url(Part.OUTREACH);
        String token = stack.as("rivera").token();
        return new Interleaved(stack.watched(List.of(Part.OUTREACH, Part.POSTGRES)), blocks, warmUp, say)
                .compare(
                        "Reading tasks and days of students, %,d requests a round of eight callers; a ratio of %.2f is a cost of 1.15"
                                .formatted(requests, GOAL),
                        new CallersSide(audit, true, district, url, token, requests),
                        new CallersSide(audit, false, district, url, token, requests),
                        GOAL,
                        AIM);
    }

    private void playMorning(District district, BenchStack stack, Outreach outreach, EventSender sender) {
        Morning morning = new Morning(district, District.FIRST_DAY, students);
        stack.standAt(District.moment(District.FIRST_DAY.minusDays(1), 12, 0));
        DistrictSetup setup = new DistrictSetup(district, stack);
        setup.schools();
        setup.roster(sender);
        Await.until(
                "the roster",
                () -> outreach.database().number("SELECT count(*) FROM enrolment") == district.students());
        Await.until("schools", () -> outreach.database().number("SELECT count(*) FROM school") == district.schools());
        stack.standAt(morning.now());
        outreach.awaitOpen(District.FIRST_DAY, district.schools());
        morning.openDoors(sender);
        morning.facts(Topics.MARKS.name(), Topics.SCANS.name()).forEach(sender::send);
        sender.await();
        outreach.awaitSettled(morning.now(), Topics.MARKS.name(), Topics.SCANS.name(), Topics.READERS.name());
        say.accept("%,d students have been decided on.".formatted(district.students()));
    }
}
