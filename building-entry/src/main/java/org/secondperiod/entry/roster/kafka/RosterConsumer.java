package org.secondperiod.entry.roster.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.entry.badges.kafka.BadgeNews;
import org.secondperiod.entry.buildings.kafka.SchoolNews;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;

/** Hands what comes from the roster to whom it concerns. */
@ApplicationScoped
public class RosterConsumer implements BatchHandler {

    /** The consumer's name and Kafka group. */
    public static final String NAME = "building-entry";

    private final FencedConsumers consumers;
    private final BadgeNews badges;
    private final SchoolNews schools;

    RosterConsumer(FencedConsumers consumers, BadgeNews badges, SchoolNews schools) {
        this.consumers = consumers;
        this.badges = badges;
        this.schools = schools;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, List.of(Topics.ENROLMENTS, Topics.SCHOOLS), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        schools.handle(tx, of(Topics.SCHOOLS, batch));
        badges.handle(tx, of(Topics.ENROLMENTS, batch));
    }

    private static List<Received> of(Topic<?> topic, List<Received> batch) {
        return batch.stream().filter(record -> record.isOf(topic)).toList();
    }
}
