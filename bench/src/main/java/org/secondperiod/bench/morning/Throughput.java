package org.secondperiod.bench.morning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.secondperiod.bench.ingest.BulkRequests;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.Round;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Part;

/** Sends whole mornings in bulk over HTTP, as fast as they are taken, and waits until all of it is decided and told. */
final class Throughput {

    /** What outreach-service reads of a morning. */
    static final String[] READ = {Topics.MARKS.name(), Topics.SCANS.name(), Topics.READERS.name()};

    private static final int SENDERS = 3;

    private final BenchStack stack;
    private final District district;
    private final Outreach outreach;
    private final Consumer<String> say;

    Throughput(BenchStack stack, District district, Outreach outreach, Consumer<String> say) {
        this.stack = stack;
        this.district = district;
        this.outreach = outreach;
        this.say = say;
    }

    /** The moment at which the clock stands: the cut-off has passed. */
    static Instant now(LocalDate day) {
        return District.moment(day, 8, 46);
    }

    /** One morning to warm up, then so many that count. */
    Sustained measure(int rounds) {
        List<Round> measured = new ArrayList<>();
        for (int n = 0; n <= rounds; n++) {
            openDay(District.day(n));
            Round round = morning(District.day(n));
            say.accept("  %s %,.0f events/s".formatted(n == 0 ? "to warm up" : "together  ", round.perSecond()));
            if (n > 0) {
                measured.add(round);
            }
        }
        return new Sustained(district.students(), measured);
    }

    /** Puts the clock into the day, lets every door be heard of, and somebody come through it. */
    void openDay(LocalDate day) {
        stack.standAt(now(day));
        outreach.awaitOpen(day, district.schools());
        Api doors = stack.as("doors");
        String at = District.at(day, LocalTime.of(8, 45)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        district.schoolIds()
                .parallel()
                .forEach(school -> doors.post(
                        Part.ENTRY,
                        "/v1/readers/" + District.reader(school) + "/heartbeat",
                        Map.of("at", at, "queued", 0)));
        send(true, List.of(new CityLines(district, day).openers()));
        outreach.awaitSettled(now(day), READ);
    }

    private Round morning(LocalDate day) {
        CityLines lines = new CityLines(district, day);
        List<byte[]> scans = lines.scans();
        List<byte[]> marks = lines.marks();
        List<byte[]> late = lines.lateScans();
        Cpu cpu = stack.watched(List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.KAFKA, Part.POSTGRES));
        Map<String, Double> before = cpu.seconds();
        long begun = System.nanoTime();
        CompletableFuture<Long> marked = CompletableFuture.supplyAsync(() -> send(false, marks));
        long events = send(true, scans) + marked.join() + send(true, late);
        double acknowledged = (System.nanoTime() - begun) / 1e9;
        outreach.awaitSettled(now(day), READ);
        double seconds = (System.nanoTime() - begun) / 1e9;
        say.accept("  %,d events acknowledged after %.1f s, decided and told after %.1f s"
                .formatted(events, acknowledged, seconds));
        return new Round(events, seconds, Cpu.between(before, cpu.seconds()));
    }

    /** Sends bodies, a few at a time, and returns how many lines were accepted. */
    private long send(boolean scans, List<byte[]> bodies) {
        BulkRequests requests = new BulkRequests(stack);
        BlockingQueue<byte[]> left = new ArrayBlockingQueue<>(Math.max(1, bodies.size()), false, bodies);
        AtomicLong accepted = new AtomicLong();
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            senders.add(CompletableFuture.runAsync(() -> {
                for (byte[] body = left.poll(); body != null; body = left.poll()) {
                    accepted.addAndGet(requests.send(
                            scans
                                    ? requests.of(Part.ENTRY, "/v1/scans/batch", "doors", List.of(body))
                                    : requests.of(Part.INGEST, "/v1/absence-marks/batch", "sis", List.of(body))));
                }
            }));
        }
        senders.forEach(CompletableFuture::join);
        return accepted.get();
    }
}
