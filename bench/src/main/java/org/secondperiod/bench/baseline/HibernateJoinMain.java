package org.secondperiod.bench.baseline;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.secondperiod.bench.stack.District;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Scan;

/** The join as it is often written first: one consumer, and for each record a transaction with an entity found and changed. */
public final class HibernateJoinMain {

    /** Its group. */
    public static final String GROUP = "bench-hibernate";

    private static volatile boolean running = true;

    private HibernateJoinMain() {}

    /** @param arguments broker, topic of marks, of scans, and database */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (SessionFactory sessions = sessions(arguments[3])) {
            Thread consumer =
                    Thread.ofPlatform().start(() -> consume(arguments[0], arguments[1], arguments[2], sessions));
            Answers.serve(line -> "");
            running = false;
            consumer.join(5_000);
        }
    }

    private static SessionFactory sessions(String jdbcUrl) {
        return new Configuration()
                .addAnnotatedClass(StudentDayEntity.class)
                .addAnnotatedClass(CallTaskEntity.class)
                .setProperty("hibernate.connection.url", jdbcUrl)
                .setProperty("hibernate.connection.username", LocalPostgres.USER)
                .setProperty("hibernate.connection.password", LocalPostgres.PASSWORD)
                .setProperty("hibernate.hbm2ddl.auto", "update")
                .buildSessionFactory();
    }

    private static void consume(String broker, String marks, String scans, SessionFactory sessions) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker,
                ConsumerConfig.GROUP_ID_CONFIG,
                GROUP,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(marks, scans));
            while (running) {
                var polled = consumer.poll(Duration.ofMillis(50));
                for (var record : polled) {
                    sessions.inTransaction(
                            session -> take(session, record, record.topic().equals(marks)));
                }
                if (!polled.isEmpty()) {
                    consumer.commitSync();
                }
            }
        } catch (WakeupException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(Session session, ConsumerRecord<String, byte[]> record, boolean isMark) {
        if (isMark) {
            AbsenceMark mark = EventJson.read(record.value(), AbsenceMark.class);
            StudentDayEntity day = find(session, mark.studentId(), mark.schoolDay());
            day.add(mark);
            follow(session, day);
        } else {
            Scan scan = EventJson.read(record.value(), Scan.class);
            StudentDayEntity day =
                    find(session, scan.studentId(), LocalDate.ofInstant(scan.scannedAt(), District.ZONE));
            day.add(scan);
            follow(session, day);
        }
    }

    private static StudentDayEntity find(Session session, String student, LocalDate day) {
        String id = student + " " + day;
        StudentDayEntity known = session.find(StudentDayEntity.class, id);
        if (known != null) {
            return known;
        }
        StudentDayEntity fresh = new StudentDayEntity();
        fresh.id = id;
        fresh.student = student;
        fresh.day = day.toEpochDay();
        session.persist(fresh);
        return fresh;
    }

    /** The student's task: opened where nobody knows where the student is, closed where somebody does. */
    private static void follow(Session session, StudentDayEntity day) {
        boolean wanted = day.state.equals("UNACCOUNTED");
        CallTaskEntity task = session.find(CallTaskEntity.class, day.id);
        if (task != null) {
            task.state = wanted ? "OPEN" : day.state;
        } else if (wanted) {
            CallTaskEntity fresh = new CallTaskEntity();
            fresh.id = day.id;
            fresh.student = day.student;
            fresh.day = day.day;
            session.persist(fresh);
        }
    }
}
