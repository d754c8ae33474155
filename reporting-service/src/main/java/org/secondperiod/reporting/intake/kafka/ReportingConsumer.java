package org.secondperiod.reporting.intake.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.records.Retention;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.intake.IntakeService;
import org.secondperiod.reporting.records.ReportingRecords;
import org.secondperiod.reporting.years.PolicyService;

/** Reads what the student information system and the roster tell. */
@ApplicationScoped
public class ReportingConsumer implements BatchHandler {

    /** The consumer's name and Kafka group. */
    public static final String NAME = "reporting";

    private static final List<Topic<?>> TOPICS =
            List.of(Topics.MARKS, Topics.TAKEN, Topics.KNOWN_ABSENCES, Topics.SCHOOLS, Topics.ENROLMENTS);

    /** Those whose key is the student. */
    private static final Set<String> OF_STUDENTS =
            Set.of(Topics.MARKS.name(), Topics.KNOWN_ABSENCES.name(), Topics.ENROLMENTS.name());

    private final FencedConsumers consumers;
    private final IntakeService service;
    private final Clock clock;
    private final Retention retention;
    private final ErasedStudents erased;
    private final PolicyService policy;

    ReportingConsumer(
            FencedConsumers consumers,
            IntakeService service,
            Clock clock,
            Retention retention,
            ErasedStudents erased,
            PolicyService policy) {
        this.consumers = consumers;
        this.service = service;
        this.clock = clock;
        this.retention = retention;
        this.erased = erased;
        this.policy = policy;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, TOPICS, this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        Instant now = Times.now(clock);
        IntakeReader reader =
                new IntakeReader(policy.policy().zone(), retention.firstKept(ReportingRecords.ATTENDANCE, now));
        batch.stream()
                .filter(record -> !OF_STUDENTS.contains(record.topic()) || !erased.contains(record.key()))
                .forEach(reader::read);
        service.apply(tx, reader.intake(), now);
    }
}
