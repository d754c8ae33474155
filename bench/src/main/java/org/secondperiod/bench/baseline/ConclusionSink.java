package org.secondperiod.bench.baseline;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.secondperiod.embedded.LocalPostgres;

/** Lands conclusions in PostgreSQL: one transaction and two statements a batch, the newest of each student's day. */
final class ConclusionSink implements AutoCloseable {

    /** The sink's group. */
    static final String GROUP = "bench-sink";

    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS whereabouts (
                student_id text COLLATE "C", school_id text COLLATE "C", school_day date, state text NOT NULL,
                scan_at timestamptz, explanation text NOT NULL, PRIMARY KEY (school_id, school_day, student_id));
            CREATE INDEX IF NOT EXISTS whereabouts_by_student ON whereabouts (student_id, school_day);
            CREATE TABLE IF NOT EXISTS call_task (
                student_id text COLLATE "C", school_id text COLLATE "C", school_day date, state text NOT NULL,
                PRIMARY KEY (student_id, school_id, school_day))""";

    private static final String CONCLUDE = """
            INSERT INTO whereabouts SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::timestamptz[], ?::text[])
            ON CONFLICT (school_id, school_day, student_id) DO UPDATE
            SET state = excluded.state, scan_at = excluded.scan_at, explanation = excluded.explanation""";

    private static final String TASKS = """
            WITH n AS (SELECT * FROM unnest(?::text[], ?::text[], ?::date[], ?::text[]) AS n (student, school, day, state)),
            closed AS (UPDATE call_task t SET state = n.state FROM n
                WHERE n.state <> 'UNACCOUNTED' AND t.student_id = n.student AND t.school_id = n.school AND t.school_day = n.day)
            INSERT INTO call_task SELECT student, school, day, 'OPEN' FROM n WHERE state = 'UNACCOUNTED'
            ON CONFLICT (student_id, school_id, school_day) DO UPDATE SET state = 'OPEN'""";

    private final KafkaConsumer<String, Decided> consumer;
    private final Connection database;
    private final Thread thread = Thread.ofPlatform().name("sink").unstarted(this::run);

    ConclusionSink(String broker, String topic, String jdbcUrl) {
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000),
                new StringDeserializer(),
                Compact.json(Decided.class).deserializer());
        consumer.subscribe(List.of(topic));
        try {
            this.database = DriverManager.getConnection(jdbcUrl, LocalPostgres.USER, LocalPostgres.PASSWORD);
            database.setAutoCommit(false);
            try (var statement = database.createStatement()) {
                statement.execute(TABLES);
            }
            database.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
        try {
            while (true) {
                Map<String, Decided> newest = new java.util.TreeMap<>();
                for (var record : consumer.poll(Duration.ofMillis(50))) {
                    newest.put(record.key() + record.value().day(), record.value());
                }
                land(newest.values());
                Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
                consumer.assignment().forEach(one -> reached.put(one, new OffsetAndMetadata(consumer.position(one))));
                if (!reached.equals(committed)) {
                    consumer.commitSync(reached);
                    committed = reached;
                }
            }
        } catch (WakeupException e) {
            consumer.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void land(Collection<Decided> decided) throws SQLException {
        if (decided.isEmpty()) {
            return;
        }
        try (PreparedStatement conclude = database.prepareStatement(CONCLUDE);
                PreparedStatement tasks = database.prepareStatement(TASKS)) {
            bind(conclude, 1, "text", decided, Decided::student);
            bind(conclude, 2, "text", decided, Decided::school);
            bind(conclude, 3, "date", decided, one -> Date.valueOf(LocalDate.ofEpochDay(one.day())));
            bind(conclude, 4, "text", decided, Decided::state);
            bind(conclude, 5, "timestamptz", decided, one -> one.scanAt() == 0 ? null : new Timestamp(one.scanAt()));
            bind(conclude, 6, "text", decided, Decided::explanation);
            conclude.executeUpdate();
            bind(tasks, 1, "text", decided, Decided::student);
            bind(tasks, 2, "text", decided, Decided::school);
            bind(tasks, 3, "date", decided, one -> Date.valueOf(LocalDate.ofEpochDay(one.day())));
            bind(tasks, 4, "text", decided, Decided::state);
            tasks.executeUpdate();
            database.commit();
        }
    }

    private void bind(
            PreparedStatement statement,
            int index,
            String type,
            Collection<Decided> decided,
            Function<Decided, Object> column)
            throws SQLException {
        statement.setArray(
                index, database.createArrayOf(type, decided.stream().map(column).toArray()));
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join(5_000);
    }
}
