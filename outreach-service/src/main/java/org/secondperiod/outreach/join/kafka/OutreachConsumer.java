package org.secondperiod.outreach.join.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.join.Intake;
import org.secondperiod.outreach.join.JoinService;
import org.secondperiod.outreach.join.SchoolsHeard;
import org.secondperiod.outreach.records.KeptDaysService;

/** The one consumer of everything that whereabouts are made of. */
@ApplicationScoped
public class OutreachConsumer implements BatchHandler {

    public static final String NAME = "outreach";

    static final List<Topic<?>> TOPICS = List.of(
            Topics.MARKS,
            Topics.TAKEN,
            Topics.KNOWN_ABSENCES,
            Topics.SCANS,
            Topics.READERS,
            Topics.SCHOOLS,
            Topics.ENROLMENTS,
            Topics.PEOPLE);

    /** Those whose key is the student. */
    private static final Set<String> OF_STUDENTS = Set.of(
            Topics.MARKS.name(),
            Topics.KNOWN_ABSENCES.name(),
            Topics.SCANS.name(),
            Topics.ENROLMENTS.name(),
            Topics.PEOPLE.name());

    private final FencedConsumers consumers;
    private final JoinService join;
    private final Clock clock;
    private final KeptDaysService kept;
    private final ErasedStudents erased;
    private final SchoolsHeard heard;
    private final ZoneId districtZone;

    OutreachConsumer(
            FencedConsumers consumers,
            JoinService join,
            Clock clock,
            KeptDaysService kept,
            ErasedStudents erased,
            SchoolsHeard heard,
            @ConfigProperty(name = "secondperiod.district.zone") ZoneId districtZone) {
        this.consumers = consumers;
        this.join = join;
        this.clock = clock;
        this.kept = kept;
        this.erased = erased;
        this.heard = heard;
        this.districtZone = districtZone;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, TOPICS, this);
    }

    private boolean isOfAnErasedStudent(Received record) {
        return OF_STUDENTS.contains(record.topic()) && erased.contains(record.key());
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        Instant now = Times.now(clock);
        IntakeReader reader = new IntakeReader(districtZone, kept.at(now));
        batch.stream().filter(record -> !isOfAnErasedStudent(record)).forEach(reader::read);
        Intake intake = reader.intake();
        heard.note(intake);
        join.apply(tx, intake, now);
    }
}
