package org.secondperiod.bench.join;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.secondperiod.bench.baseline.Child;
import org.secondperiod.bench.baseline.HibernateJoinMain;
import org.secondperiod.bench.baseline.StreamsJoinMain;
import org.secondperiod.bench.measure.Comparison;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.Interleaved;
import org.secondperiod.bench.measure.Side;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.BenchTopics;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.local.stack.Part;

/** The join beside its two baselines. */
public final class JoinBench {

    private static final double STREAMS_GOAL = 1.0;
    private static final double STREAMS_AIM = 2.0;
    private static final double ENTITY_GOAL = 10;

    /** An entity for each record takes so much longer that its rounds are of fewer students. */
    private static final int ENTITY_PART = 10;

    private static final String STREAMS_DB = "bench_streams";
    private static final String ENTITY_DB = "bench_entities";

    private final int blocks;
    private final int students;
    private final int streamThreads;
    private final boolean warmUp;
    private final Consumer<String> say;
    private final Days days = new Days();

    public JoinBench(int blocks, int students, int streamThreads, boolean warmUp, Consumer<String> say) {
        this.blocks = blocks;
        this.students = students;
        this.streamThreads = streamThreads;
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Compares with both. */
    public List<Comparison> run() {
        District district = new District(students, 500);
        try (BenchStack stack = BenchStack.start(List.of(Part.INGEST, Part.OUTREACH), say);
                Outreach outreach = new Outreach(stack);
                EventSender sender = new EventSender(stack.layout().bootstrapServers())) {
            load(district, stack, sender, outreach.database());
            outreach.database().execute("CREATE DATABASE " + STREAMS_DB);
            outreach.database().execute("CREATE DATABASE " + ENTITY_DB);
            BenchTopics topics = outreach.topics();
            Side ours = new OutreachSide(stack, district, students, days, sender, outreach);
            List<Comparison> compared = new ArrayList<>();
            compared.add(besideStreams(ours, district, stack, topics, sender));
            compared.add(besideEntities(ours, district, stack, topics, sender));
            return compared;
        }
    }

    private void load(District district, BenchStack stack, EventSender sender, Database outreach) {
        stack.standAt(District.moment(District.FIRST_DAY.minusDays(1), 12, 0));
        DistrictSetup setup = new DistrictSetup(district, stack);
        setup.schools();
        setup.roster(sender);
        Await.until("the roster", () -> outreach.number("SELECT count(*) FROM enrolment") == district.students());
        Await.until("schools", () -> outreach.number("SELECT count(*) FROM school") == district.schools());
        say.accept("%,d schools and %,d students are known.".formatted(district.schools(), district.students()));
    }

    private Comparison besideStreams(
            Side ours, District district, BenchStack stack, BenchTopics topics, EventSender sender) {
        String marks = "bench.streams.marks";
        String scans = "bench.streams.scans";
        String conclusions = "bench.streams.conclusions";
        topics.create(marks, scans, conclusions);
        try (Child streams = new Child(
                        "Kafka Streams",
                        StreamsJoinMain.class,
                        BenchStack.SERVICE_JVM,
                        stack.file("streams.log"),
                        stack.layout().bootstrapServers(),
                        marks,
                        scans,
                        conclusions,
                        stack.layout().jdbcUrl(STREAMS_DB),
                        stack.file("streams").toString(),
                        String.valueOf(streamThreads));
                Database database = new Database(stack.layout(), STREAMS_DB)) {
            var reading = new BaselineSide.Reading(
                    marks,
                    scans,
                    () -> topics.committed(StreamsJoinMain.GROUP, marks, scans) == topics.end(marks, scans)
                            && topics.committed(StreamsJoinMain.SINK_GROUP, conclusions) == topics.end(conclusions),
                    "SELECT state, count(*) FROM whereabouts WHERE school_day = '%s' GROUP BY 1",
                    "SELECT count(*) FROM call_task WHERE state = 'OPEN' AND school_day = '%s'");
            Side theirs =
                    new BaselineSide("Kafka Streams", streams, district, students, days, sender, reading, database);
            return new Interleaved(watched(stack).watch("Kafka Streams", streams::pid), blocks, warmUp, say)
                    .compare(
                            "The join, from Kafka to decided rows in PostgreSQL: %,d students a round, beside Kafka Streams (exactly once) and its sink"
                                    .formatted(students),
                            ours,
                            theirs,
                            STREAMS_GOAL,
                            STREAMS_AIM);
        }
    }

    private Comparison besideEntities(
            Side ours, District district, BenchStack stack, BenchTopics topics, EventSender sender) {
        String marks = "bench.entities.marks";
        String scans = "bench.entities.scans";
        topics.create(marks, scans);
        try (Child entities = new Child(
                        "an entity a record",
                        HibernateJoinMain.class,
                        BenchStack.SERVICE_JVM,
                        stack.file("entities.log"),
                        stack.layout().bootstrapServers(),
                        marks,
                        scans,
                        stack.layout().jdbcUrl(ENTITY_DB));
                Database database = new Database(stack.layout(), ENTITY_DB)) {
            var reading = new BaselineSide.Reading(
                    marks,
                    scans,
                    () -> topics.committed(HibernateJoinMain.GROUP, marks, scans) == topics.end(marks, scans),
                    "SELECT state, count(*) FROM student_day WHERE id LIKE '%% %s' GROUP BY 1".replace("%%", "%"),
                    "SELECT count(*) FROM call_task WHERE state = 'OPEN' AND id LIKE '%% %s'".replace("%%", "%"));
            Side theirs = new BaselineSide(
                    "an entity a record", entities, district, students / ENTITY_PART, days, sender, reading, database);
            return new Interleaved(watched(stack).watch("an entity a record", entities::pid), blocks, warmUp, say)
                    .compare(
                            "The join beside one Hibernate entity for each record (%,d students a round)"
                                    .formatted(students / ENTITY_PART),
                            ours,
                            theirs,
                            ENTITY_GOAL,
                            ENTITY_GOAL);
        }
    }

    private static Cpu watched(BenchStack stack) {
        return stack.watched(List.of(Part.OUTREACH, Part.KAFKA, Part.POSTGRES));
    }
}
