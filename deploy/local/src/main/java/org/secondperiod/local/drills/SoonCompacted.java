package org.secondperiod.local.drills;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.StackException;

/**
 * Has the broker compact the people's topic within seconds and not within days, as docs/keys.md has an operator do for as long as a
 * change of keys lasts. It compacts no segment that it still writes to: each partition needs a later record.
 */
final class SoonCompacted {

    private static final String PEOPLE = "roster.people.v1";
    private static final String ONE_SECOND = "1000";

    private final Layout layout;

    SoonCompacted(Layout layout) {
        this.layout = layout;
    }

    void set() {
        Collection<AlterConfigOp> settings = List.of(
                set(TopicConfig.SEGMENT_MS_CONFIG, ONE_SECOND),
                set(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, ONE_SECOND));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", layout.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, PEOPLE), settings))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new StackException(
                    "The broker does not take the settings of %s: %s"
                            .formatted(PEOPLE, e.getCause().getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }
}
