package org.secondperiod.bench.morning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Part;

/** Has outreach-service read all of its topics again from offset zero, over its API, and looks what that changes. */
final class ReplayBench {

    private static final List<String> READ = List.of(
            Topics.MARKS.name(),
            Topics.SCANS.name(),
            Topics.READERS.name(),
            Topics.SCHOOLS.name(),
            Topics.ENROLMENTS.name());

    private final BenchStack stack;
    private final District district;
    private final Outreach outreach;
    private final LocalDate day;
    private final Consumer<String> say;

    ReplayBench(BenchStack stack, District district, Outreach outreach, LocalDate day, Consumer<String> say) {
        this.stack = stack;
        this.district = district;
        this.outreach = outreach;
        this.day = day;
        this.say = say;
    }

    Replay measure() {
        say.accept("Reading the morning again");
        String[] read = READ.toArray(String[]::new);
        long events = outreach.topics().end(read);
        long tasks = tasks();
        long said = said();
        Api admin = stack.as("moreau");
        long begun = System.nanoTime();
        READ.forEach(topic -> admin.post(Part.OUTREACH, "/v1/replay", Map.of("topic", topic)));
        outreach.awaitSettled(events, Throughput.now(day), read);
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Replay(district.students(), events, seconds, tasks() - tasks, said() - said);
    }

    private long tasks() {
        return outreach.database()
                .number("SELECT (SELECT count(*) FROM call_task) + (SELECT count(*) FROM call_task_step)");
    }

    private long said() {
        return outreach.topics().end(Topics.WHEREABOUTS.name(), Topics.CALL_TASKS.name());
    }
}
