package org.secondperiod.ingest.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.keys.db.TopicCounts;
import org.secondperiod.ingest.rosters.TellingAgain;
import org.secondperiod.ingest.rosters.TellingAgain.OnTopic;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.delivery.WholeTopic;

/**
 * Reads {@code roster.people.v1} from its beginning: counts what lies there under which key, and has people told again who were
 * last told under another one than the current. The topic and not the roster is read, because of a student who left nothing but
 * the topic has the person.
 */
@ApplicationScoped
public class PeopleAgain {

    private static final Logger LOG = Logger.getLogger(PeopleAgain.class);

    private static final String PEOPLE = Topics.PEOPLE.name();
    private static final int CHUNK = 500;

    private final Jdbi jdbi;
    private final KeyRing ring;
    private final WholeTopic topic;
    private final TopicCounts counts;
    private final TellingAgain telling;
    private final Duration countEvery;

    PeopleAgain(
            Jdbi jdbi,
            KeyRing ring,
            WholeTopic topic,
            TopicCounts counts,
            TellingAgain telling,
            @ConfigProperty(name = "secondperiod.keys.count-every", defaultValue = "PT10M") Duration countEvery) {
        this.jdbi = jdbi;
        this.ring = ring;
        this.topic = topic;
        this.counts = counts;
        this.telling = telling;
        this.countEvery = countEvery;
    }

    /** Does it if there is a reason to and no other replica has just begun. */
    void runIfNeeded() {
        if (jdbi.inTransaction(tx -> counts.begin(tx, PEOPLE, ring.current(), countEvery))) {
            try {
                run();
            } catch (KafkaException e) {
                LOG.warnf("People could not be read, and will be later: %s", e.getMessage());
            }
        }
    }

    /** Does it now. */
    void run() {
        Pass pass = new Pass();
        AsSystem.run(() -> {
            topic.read(PEOPLE, pass::take);
            pass.tell();
            jdbi.useTransaction(tx -> counts.counted(tx, PEOPLE, ring.current(), pass.found));
        });
        if (pass.told > 0) {
            LOG.infof("People told again under key %s: %d", ring.current(), pass.told);
        }
    }

    private final class Pass {

        private final Map<String, Long> found = new TreeMap<>();
        private final List<OnTopic> waiting = new ArrayList<>();
        private long told;

        void take(List<Received> records) {
            for (Received record : records) {
                if (!record.isTombstone()) {
                    var value = record.encrypted();
                    found.merge(value.keyId(), 1L, Long::sum);
                    waiting.add(new OnTopic(record.key(), value));
                }
            }
            if (waiting.size() >= CHUNK) {
                tell();
            }
        }

        void tell() {
            for (int from = 0; from < waiting.size(); from += CHUNK) {
                List<OnTopic> some = waiting.subList(from, Math.min(from + CHUNK, waiting.size()));
                told += jdbi.inTransaction(tx -> telling.tell(tx, some));
            }
            waiting.clear();
        }
    }
}
