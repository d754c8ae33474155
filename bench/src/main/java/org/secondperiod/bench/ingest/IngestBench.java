package org.secondperiod.bench.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.secondperiod.bench.baseline.Child;
import org.secondperiod.bench.baseline.RawProducerMain;
import org.secondperiod.bench.baseline.ReadyMade;
import org.secondperiod.bench.measure.Comparison;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.Interleaved;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.BenchTopics;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.local.stack.Part;

/** Bulk ingest beside a raw producer of the same bytes. */
public final class IngestBench {

    private static final double GOAL = 0.30;
    private static final double AIM = 0.60;
    private static final int READY_MADE = 50_000;
    private static final List<String> RAW_JVM =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    private final int blocks;
    private final int events;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param blocks of four rounds
     * @param events of a round
     */
    public IngestBench(int blocks, int events, boolean warmUp, Consumer<String> say) {
        this.blocks = blocks;
        this.events = events;
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Compares each of these loads. */
    public List<Comparison> run(List<Load> loads) {
        try (BenchStack stack = BenchStack.start(List.of(Part.INGEST, Part.ENTRY), say)) {
            District district = new District(Math.min(20_000, events), 500);
            load(district, stack);
            List<Comparison> compared = new ArrayList<>();
            for (Load load : loads) {
                compared.add(compare(load, district, stack));
            }
            return compared;
        }
    }

    private void load(District district, BenchStack stack) {
        stack.runFrom(District.moment(District.FIRST_DAY, 9, 0));
        DistrictSetup setup = new DistrictSetup(district, stack);
        setup.schools();
        setup.readers();
        try (EventSender sender = new EventSender(stack.layout().bootstrapServers());
                Database entry = new Database(stack.layout(), "entry")) {
            setup.roster(sender);
            Await.until(
                    "badges",
                    () -> entry.number("SELECT count(DISTINCT badge) FROM badge_claim") == district.students());
        }
        say.accept("%,d schools and %,d badges are known.".formatted(district.schools(), district.students()));
    }

    private Comparison compare(Load load, District district, BenchStack stack) {
        String raw = "bench.raw." + load.topic().name();
        Path records = stack.file(load + ".records");
        String broker = stack.layout().bootstrapServers();
        BulkSide ours = new BulkSide(load, district, new BulkRequests(stack), events);
        Map<TopicPartition, Long> before = ReadyMade.ends(broker, load.topic().name());
        ours.prepare();
        ours.work();
        try (BenchTopics topics = new BenchTopics(broker)) {
            topics.create(raw);
        }
        ReadyMade.capture(broker, before, READY_MADE, records);
        try (Child producer = new Child(
                RawSide.NAME,
                RawProducerMain.class,
                RAW_JVM,
                stack.file(load + ".log"),
                broker,
                raw,
                records.toString())) {
            Cpu cpu = stack.watched(List.of(load.service(), Part.KAFKA, Part.POSTGRES))
                    .watch(RawSide.NAME, producer::pid);
            return new Interleaved(cpu, blocks, warmUp, say)
                    .compare(
                            "Bulk ingest of %s, %,d a round, beside a raw Kafka producer of the same bytes"
                                    .formatted(load.words(), events),
                            ours,
                            new RawSide(producer, events),
                            GOAL,
                            AIM);
        }
    }
}
